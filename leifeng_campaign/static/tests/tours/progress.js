import { registry } from "@web/core/registry";

const PAGE = ".o_leifeng_progress";

function back() {
    return [
        {
            content: "Back to the page",
            trigger: ".o_back_button, .breadcrumb-item.o_back_button a",
            run: "click",
        },
        {
            content: "It is there again",
            trigger: `${PAGE} .o_leifeng_departments`,
        },
    ];
}

registry.category("web_tour.tours").add("leifeng_progress", {
    steps: () => [
        {
            content: "All of it came in one request",
            trigger: `${PAGE} .o_leifeng_departments tr[data-department]`,
            run() {
                const calls = performance
                    .getEntriesByType("resource")
                    .filter(({ name }) => name.includes("/call_kw/leifeng."));
                if (calls.length !== 1) {
                    throw new Error(`The page took ${calls.length} requests`);
                }
            },
        },
        {
            content: "People over time, and hours by department, are drawn",
            trigger: `${PAGE} canvas[aria-label]`,
        },
        {
            content: "The hours of the department",
            trigger: `${PAGE} tr[data-department]:contains(Service Hall) button[data-figure=hours]`,
            run: "click",
        },
        {
            content: "Are its two records",
            trigger: ".o_list_view:has(.o_data_row:nth-child(2)):not(:has(.o_data_row:nth-child(3)))",
        },
        ...back(),
        {
            content: "Who takes part",
            trigger: `${PAGE} button[data-figure=people]`,
            run: "click",
        },
        {
            content: "Is a list that names nobody",
            trigger: ".o_list_view:has(.o_data_row):not(:contains(Colleague 0))",
        },
        ...back(),
        {
            content: "What needs a decision",
            trigger: `${PAGE} tr[data-todo]:contains(Waiting Shift) button`,
            run: "click",
        },
        {
            content: "Opens the record",
            trigger: ".o_form_view div[name=name]:contains(Waiting Shift), .o_form_view input",
        },
        ...back(),
        {
            content: "The other campaign",
            trigger: ".o_leifeng_campaign",
            run: "selectByLabel Earlier Year",
        },
        {
            content: "Has no figures yet",
            trigger: `${PAGE} h2:contains(Earlier Year)`,
        },
    ],
});
