import { registry } from "@web/core/registry";

registry.category("web_tour.tours").add("leifeng_session_publish", {
    steps: () => [
        {
            content: "Publish the shift",
            trigger: "button[name='action_publish']",
            run: "click",
        },
        {
            content: "It is published now",
            trigger: ".o_arrow_button_current[data-value='open']",
        },
    ],
});

registry.category("web_tour.tours").add("leifeng_session_confirm", {
    steps: () => [
        {
            content: "Both volunteers are on the sheet",
            trigger: "div[name='sheet_ids'] tr.o_data_row:nth-child(2)",
        },
        {
            content: "Everyone was here",
            trigger: "button[name='action_everyone_came']",
            run: "click",
        },
        {
            content: "Both are present",
            trigger: "div[name='sheet_ids'] tr.o_data_row:nth-child(2) td[name='minutes']:contains(120)",
        },
        {
            content: "Open the last look at the sheet",
            trigger: "button.o_leifeng_confirm",
            run: "click",
        },
        {
            content: "Nobody is missing",
            trigger: ".modal div[name='summary']:contains(2)",
        },
        {
            content: "How many people were served",
            trigger: ".modal div[name='people_served'] input",
            run: "edit 46",
        },
        {
            content: "Confirm",
            trigger: ".modal footer button[name='action_confirm']",
            run: "click",
        },
        {
            content: "The shift is completed, the records are written",
            trigger: "button[name='action_view_records']:contains(2)",
        },
        {
            trigger: ".o_arrow_button_current[data-value='done']",
        },
    ],
});
