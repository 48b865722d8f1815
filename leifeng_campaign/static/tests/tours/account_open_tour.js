import { registry } from "@web/core/registry";

registry.category("web_tour.tours").add("leifeng_account_open", {
    steps: () => [
        {
            content: "Choose a department",
            trigger: ".modal div[name=department_ids] input",
            run: "edit Hotline",
        },
        {
            trigger: ".o-autocomplete--dropdown-item:contains(Hotline)",
            run: "click",
        },
        {
            content: "See what would be made",
            trigger: ".modal .o_tag:contains(Hotline)",
        },
        {
            trigger: ".modal footer button[name=action_preview]",
            run: "click",
        },
        {
            trigger: ".modal .o_data_row.text-danger:contains(Cora)",
        },
        {
            content: "Open the accounts",
            trigger: ".modal footer button[name=action_open]",
            run: "click",
        },
        {
            trigger: ".modal .o_data_row.text-success:contains(WX002)",
        },
        {
            trigger: ".modal .alert-warning",
        },
        {
            content: "Erase the codes",
            trigger: ".modal footer button[name=action_done]",
            run: "click",
        },
        {
            trigger: ".modal:not(.o_inactive_modal) .modal-footer .btn-primary",
            run: "click",
        },
        {
            trigger: "body:not(:has(.modal))",
        },
    ],
});
