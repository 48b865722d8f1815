import { registry } from "@web/core/registry";

const PAGE = {
    content: "The agenda",
    trigger: ".o_notebook a.nav-link[name=agenda]",
    run: "click",
};

registry.category("web_tour.tours").add("leifeng_conference_ask", {
    steps: () => [
        PAGE,
        {
            content: "One more item",
            trigger: "div[name=agenda_ids] .o_field_x2many_list_row_add a",
            run: "click",
        },
        {
            content: "It is a speech",
            trigger: "div[name=agenda_ids] .o_selected_row div[name=kind] input",
            run: "click",
        },
        {
            content: "A speech",
            trigger: ".o_select_menu_item:contains(/^Speech$/)",
            run: "click",
        },
        {
            content: "Its title",
            trigger: "div[name=agenda_ids] .o_selected_row div[name=name] input",
            run: "edit Three Small Things",
        },
        {
            content: "Show the column of people",
            trigger: "div[name=agenda_ids] .o_optional_columns_dropdown button",
            run: "click",
        },
        {
            content: "Colleagues who speak",
            trigger: ".o-dropdown--menu input[name=employee_id]",
            run: "click",
        },
        {
            content: "Save the conference with its item",
            trigger: ".o_form_button_save",
            run: "click",
        },
        { content: "Saved", trigger: ".o_form_saved" },
        {
            content: "Who speaks",
            trigger: "div[name=agenda_ids] .o_data_row:first td[name=employee_id]",
            run: "click",
        },
        {
            content: "A colleague",
            trigger: "div[name=agenda_ids] .o_selected_row div[name=employee_id] input",
            run: "edit Employee",
        },
        {
            content: "That one",
            trigger: ".o-autocomplete--dropdown-item a:contains(/^Employee$/)",
            run: "click",
        },
        {
            content: "Ask for the outlines",
            trigger: "button[name=action_ask_outlines]",
            run: "click",
        },
        {
            content: "One message to everybody who was not asked",
            trigger: ".modal footer .btn-primary",
            run: "click",
        },
        {
            content: "Who hasn't handed in yet is named",
            trigger: "div[name=outlines_missing]:contains(Employee)",
        },
    ],
});

registry.category("web_tour.tours").add("leifeng_conference_collect", {
    steps: () => [
        PAGE,
        {
            content: "Read what was handed in",
            trigger: "div[name=agenda_ids] button[name=action_read_outline]",
            run: "click",
        },
        {
            content: "The outline's words",
            trigger: ".modal:contains(First we ask)",
        },
        {
            content: "It is fine",
            trigger: ".modal footer button[name=action_pass]",
            run: "click",
        },
        {
            content: "It is passed",
            trigger: "div[name=agenda_ids] td[name=outline_state] .text-bg-success",
        },
        {
            content: "Print the agenda",
            trigger: "button:contains(Print Agenda)",
            run: "click",
        },
        {
            content: "The paper has come",
            trigger: "body",
            run: async () => {
                const came = () =>
                    performance
                        .getEntriesByType("resource")
                        .some(({ name }) => name.includes("/report/download"));
                while (!came()) {
                    await new Promise((resolve) => setTimeout(resolve, 100));
                }
            },
        },
    ],
});
