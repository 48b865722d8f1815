import { registry } from "@web/core/registry";

registry.category("web_tour.tours").add("leifeng_session_invite", {
    steps: () => [
        {
            content: "Open the list of colleagues",
            trigger: "button[name=action_view_candidates]",
            run: "click",
        },
        {
            content: "One click invites",
            trigger: ".o_data_row:contains(Employee) button[name=action_invite]",
            run: "click",
        },
        {
            content: "Who is asked left the list",
            trigger: ".o_list_view:not(:has(.o_data_row:contains(Employee)))",
        },
        {
            content: "Back to the session",
            trigger: ".o_back_button, .breadcrumb-item.o_back_button a",
            run: "click",
        },
        {
            content: "An invitation waits for its answer",
            trigger: "button[name=action_view_offers] .o_stat_value:contains(1)",
        },
        {
            content: "Fewer places",
            trigger: "button:contains(Change Places)",
            run: "click",
        },
        {
            content: "One place",
            trigger: ".modal div[name=capacity] input",
            run: "edit 1 && press Tab",
        },
        {
            content: "It says who would wait",
            trigger: ".modal .alert:contains(Colleague 1)",
        },
        {
            content: "Do it",
            trigger: ".modal .o_leifeng_change_places",
            run: "click",
        },
        {
            content: "Two in line, one place",
            trigger: "body:not(:has(.modal)) .o_form_view div[name=waiting_count]:contains(1)",
        },
    ],
});
