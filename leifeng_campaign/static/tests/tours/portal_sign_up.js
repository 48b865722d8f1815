import { registry } from "@web/core/registry";

registry.category("web_tour.tours").add("leifeng_portal_sign_up", {
    url: "/my",
    steps: () => [
        {
            content: "The card on the home page",
            trigger: "a[href='/my/leifeng']",
            run: "click",
            expectUnloadPage: true,
        },
        {
            content: "What's On",
            trigger: "a.list-group-item[href='/my/leifeng/sessions']",
            run: "click",
            expectUnloadPage: true,
        },
        {
            content: "The session in the list",
            trigger: "a.o_leifeng_card[data-badge='free']:contains(Crossing)",
            run: "click",
            expectUnloadPage: true,
        },
        {
            content: "Sign up",
            trigger: "form[action$='/sign_up'] button",
            run: "click",
            expectUnloadPage: true,
        },
        {
            content: "The place is mine; nothing is wider than the phone",
            trigger: "[data-standing='signed_up']",
            run() {
                const { scrollWidth, clientWidth } = document.documentElement;
                if (scrollWidth > clientWidth) {
                    throw new Error(`The page is ${scrollWidth} pixels wide`);
                }
            },
        },
        {
            content: "Withdraw",
            trigger: "form[action$='/withdraw'] button",
            run: "click",
            expectUnloadPage: true,
        },
        {
            content: "The place is free again",
            trigger: "form[action$='/sign_up'] button",
        },
    ],
});
