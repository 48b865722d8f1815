import { registry } from "@web/core/registry";

registry.category("web_tour.tours").add("leifeng_portal_calendar", {
    url: "/my/leifeng/signups",
    steps: () => [
        {
            content: "From the sign-ups to the calendar",
            trigger: "a[href='/my/leifeng/calendar']",
            run: "click",
            expectUnloadPage: true,
        },
        {
            content: "Make the link",
            trigger: "form[action$='/calendar/renew'] button.btn-primary",
            run: "click",
            expectUnloadPage: true,
        },
        {
            content: "Copy it; a browser gives its clipboard to real clicks alone",
            trigger: "[data-leifeng-copy]",
            run({ click }) {
                const writeText = async (text) => {
                    document.body.dataset.copied = text;
                };
                Object.defineProperty(navigator, "clipboard", { value: { writeText } });
                return click();
            },
        },
        {
            content: "The button says so; nothing is wider than the phone",
            trigger: "body[data-copied$='.ics'] [data-leifeng-copy] span.d-none + span:not(.d-none)",
            run() {
                const { scrollWidth, clientWidth } = document.documentElement;
                if (scrollWidth > clientWidth) {
                    throw new Error(`The page is ${scrollWidth} pixels wide`);
                }
            },
        },
        {
            content: "End it",
            trigger: "form[action$='/calendar/stop'] button",
            run: "click",
            expectUnloadPage: true,
        },
        {
            content: "There is none",
            trigger: "form[action$='/calendar/renew'] button.btn-primary",
        },
    ],
});
