import { Interaction } from "@web/public/interaction";
import { registry } from "@web/core/registry";

import { keptKeys } from "./kept_sheet";

/** Whoever logs out leaves nothing on the phone; what isn't sent yet is asked about first. */
export class LeaveNothing extends Interaction {
    static selector = "a[href*='/web/session/logout']";
    dynamicContent = { _root: { "t-on-click": this.onClick } };

    onClick(ev) {
        const keys = keptKeys();
        const words = document.querySelector("[data-words=logout]")?.textContent;
        if (keys.length && words && !window.confirm(words)) {
            ev.preventDefault();
            return;
        }
        keys.forEach((key) => localStorage.removeItem(key));
    }
}

registry.category("public.interactions").add("leifeng_campaign.leave_nothing", LeaveNothing);
