import { registry } from "@web/core/registry";

const OPEN = { trigger: "a[data-leifeng=speech]", run: "click", expectUnloadPage: true };
const HOME = {
    content: "Leave the page",
    trigger: ".breadcrumb a[href='/my/leifeng']",
    run: "click",
    expectUnloadPage: true,
};

registry.category("web_tour.tours").add("leifeng_portal_speech", {
    url: "/my/leifeng",
    steps: () => [
        { content: "The outline that one is asked for", ...OPEN },
        {
            content: "Write a sentence",
            trigger: ".o_leifeng_speech_form [name=text]",
            run: "edit First we ask, then we come.",
        },
        {
            content: "It is counted while one types, with the time that it takes",
            trigger: ".o_leifeng_count [data-count]:contains(/^6$/)",
        },
        {
            content: "It is saved without a button",
            trigger: "[data-status=saved]:not([hidden])",
        },
        HOME,
        { content: "Come back", ...OPEN },
        {
            content: "What was written is there; write on",
            trigger: ".o_leifeng_speech_form [name=text]:value(First we ask, then we come.)",
            run: "edit First we ask, then we come. Thank you.",
        },
        {
            content: "Hand it in at once",
            trigger: "button[value=submit]",
            run: "click",
            expectUnloadPage: true,
        },
        {
            content: "It is handed in as it was typed last",
            trigger: "[data-leifeng=text]:contains(Thank you.)",
        },
        {
            content: "The office has it",
            trigger: "[data-leifeng=state][data-state=submitted]",
        },
    ],
});
