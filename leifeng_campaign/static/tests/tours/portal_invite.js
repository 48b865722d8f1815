import { registry } from "@web/core/registry";

registry.category("web_tour.tours").add("leifeng_portal_invite", {
    steps: () => [
        {
            content: "Invite one",
            trigger: "[data-person]:contains(Employee) button:contains(Invite)",
            run: "click",
            expectUnloadPage: true,
        },
        {
            content: "Who is asked left the list and waits below",
            trigger: "[data-leifeng='waiting']:contains(Employee)",
        },
        {
            content: "Tick another",
            trigger: "[data-person]:contains(Colleague) label",
            run: "click",
        },
        {
            content: "Nothing is wider than the phone",
            trigger: "[data-person]:contains(Colleague) input:checked",
            run() {
                const { scrollWidth, clientWidth } = document.documentElement;
                if (scrollWidth > clientWidth) {
                    throw new Error(`The page is ${scrollWidth} pixels wide`);
                }
            },
        },
        {
            content: "Invite those ticked",
            trigger: "[data-leifeng='people'] > button",
            run: "click",
            expectUnloadPage: true,
        },
        {
            content: "Both wait for an answer",
            trigger: "[data-leifeng='waiting']:contains(Employee):contains(Colleague)",
        },
    ],
});
