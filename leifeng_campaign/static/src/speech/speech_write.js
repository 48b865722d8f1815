import { registry } from "@web/core/registry";

import { KeptForm } from "../kept_form/kept_form";

/** Writing an outline: counted, with how long it takes to read out, as tools/speech_time.py does. */
export class SpeechWrite extends KeptForm {
    static selector = "form.o_leifeng_speech_form";

    showCount() {
        const characters = this.count.of(this.page.read().text);
        const minutes = Math.ceil(characters / Number(this.el.dataset.minute));
        this.page.showCount(characters);
        this.el.querySelector("[data-minutes]").textContent = minutes;
    }
}

registry.category("public.interactions").add("leifeng_campaign.speech_write", SpeechWrite);
