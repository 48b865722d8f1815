import { Interaction } from "@web/public/interaction";
import { registry } from "@web/core/registry";

import { EssayCount } from "../essay/essay_count";

/**
 * Counts an outline while it is written, and how long it takes to read out, as
 * tools/speech_time.py does; asks before a page with unsaved text is left.
 */
export class SpeechCount extends Interaction {
    static selector = "form.o_leifeng_speech_form";
    dynamicContent = {
        "textarea[name=text]": { "t-on-input": this.show },
        _root: { "t-on-submit": () => (this.sent = true) },
        _window: { "t-on-beforeunload": this.onLeave },
    };

    setup() {
        this.count = new EssayCount(this.el.dataset.rules);
        this.field = this.el.querySelector("textarea[name=text]");
        this.sent = false;
    }

    start() {
        this.show();
    }

    show() {
        const characters = this.count.of(this.field.value);
        const minutes = Math.ceil(characters / Number(this.el.dataset.minute));
        this.el.querySelector("[data-count]").textContent = characters;
        this.el.querySelector("[data-minutes]").textContent = minutes;
    }

    onLeave(ev) {
        if (!this.sent && this.field.value !== this.field.defaultValue) {
            ev.preventDefault();
        }
    }
}

registry.category("public.interactions").add("leifeng_campaign.speech_count", SpeechCount);
