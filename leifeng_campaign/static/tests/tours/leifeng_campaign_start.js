import { registry } from "@web/core/registry";

registry.category("web_tour.tours").add("leifeng_campaign_start", {
    steps: () => [
        {
            content: "Open the campaign",
            trigger: ".o_data_row td[name='name']:contains(Next Year)",
            run: "click",
        },
        {
            content: "Its phases stand on it",
            trigger: ".o_form_view [name='phase_ids'] .o_data_row:contains(Phase)",
        },
        {
            content: "Let the departments take part",
            trigger: ".o_form_statusbar button[name='action_add_departments']",
            run: "click",
        },
        {
            content: "They are counted",
            trigger: "[name='department_count']:not(:contains(/^0$/))",
        },
        {
            content: "Start the campaign",
            trigger: ".o_form_statusbar button[name='action_start']",
            run: "click",
        },
        {
            content: "Yes, everyone shall see it",
            trigger: ".modal-footer .btn-primary",
            run: "click",
        },
        {
            content: "It runs",
            trigger: ".o_form_statusbar button[name='action_wrap_up']",
        },
    ],
});
