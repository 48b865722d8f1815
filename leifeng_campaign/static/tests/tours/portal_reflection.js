import { registry } from "@web/core/registry";

registry.category("web_tour.tours").add("leifeng_portal_reflection", {
    url: "/my/leifeng/reflections",
    steps: () => [
        {
            content: "Begin to write",
            trigger: "a[href='/my/leifeng/reflections/new']",
            run: "click",
            expectUnloadPage: true,
        },
        {
            content: "A title",
            trigger: ".o_leifeng_counted [name=title]",
            run: "edit What I Took Home",
        },
        {
            content: "A text",
            trigger: "[name=text]",
            run: "edit Listening 我",
        },
        {
            content: "It is counted while one types",
            trigger: "[data-count]:contains(/^2$/)",
        },
        {
            content: "Save it",
            trigger: "button[value=save]",
            run: "click",
            expectUnloadPage: true,
        },
        {
            content: "It is kept, and still private",
            trigger: "[data-leifeng=private]",
        },
        {
            content: "The list",
            trigger: ".breadcrumb a[href='/my/leifeng/reflections']",
            run: "click",
            expectUnloadPage: true,
        },
        {
            content: "It stands there",
            trigger: ".o_leifeng a:contains(What I Took Home)",
        },
    ],
});
