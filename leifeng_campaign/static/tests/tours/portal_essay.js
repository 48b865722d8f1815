import { registry } from "@web/core/registry";

// 12 of it are characters: words, a number, Chinese ones and a mark; 13 with the name before it
const TEXT = "It rang, don’t wait 3.5% 钟声响了。";

registry.category("web_tour.tours").add("leifeng_portal_essay", {
    url: "/my/leifeng/essays",
    steps: () => [
        {
            content: "Begin to write",
            trigger: "a[data-leifeng=contest]",
            run: "click",
            expectUnloadPage: true,
        },
        {
            content: "A title",
            trigger: ".o_leifeng_essay_form[data-seen='0'] [name=title]",
            run: "edit A Morning",
        },
        {
            content: "A text that names the author",
            trigger: "[name=body]",
            run: `edit I am Employee. ${TEXT}`,
        },
        {
            content: "It is counted while one types, as the contest counts",
            trigger: ".o_leifeng_count:not(.o_leifeng_count_over) [data-count]:contains(/^13$/)",
        },
        {
            content: "It is saved without a button",
            trigger: "[data-status=saved]:not([hidden])",
        },
        {
            content: "The own name is shown",
            trigger: ".o_leifeng_names:not([hidden]) li:contains(Employee)",
        },
        {
            content: "The work is one's own",
            trigger: "[name=original]",
            run: "click",
        },
        {
            content: "Its author may be named",
            trigger: "[name=named]:not(:checked)",
            run: "click",
        },
        {
            content: "Submit it all the same",
            trigger: "button[value=submit]",
            run: "click",
            expectUnloadPage: true,
        },
        {
            content: "It isn't taken before the name was agreed to",
            trigger: "[data-leifeng=error]",
        },
        {
            content: "What was typed is still there",
            trigger: "[name=original]:checked",
        },
        {
            content: "So is what was agreed to",
            trigger: "[name=named]:checked",
        },
        {
            content: "Change the text instead",
            trigger: "[name=body]",
            run: `edit ${TEXT} It rang.`,
        },
        {
            content: "No name is left",
            trigger: ".o_leifeng_names[hidden]:not(:visible)",
        },
        {
            content: "Submit it",
            trigger: "button[value=submit]",
            run: "click",
            expectUnloadPage: true,
        },
        {
            content: "It is there",
            trigger: "[data-leifeng=state][data-state=submitted]",
        },
    ],
});
