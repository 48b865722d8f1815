import { registry } from "@web/core/registry";

import { KeptForm } from "../kept_form/kept_form";

/** Writing an essay: counted as the contest counts, and places that name the author are shown. */
export class EssayWrite extends KeptForm {
    static selector = "form.o_leifeng_essay_form[data-key]"; // a reflection looks alike

    showCount() {
        this.page.showCount(this.count.of(this.page.read().body));
    }

    onSaved({ names }) {
        const el = this.el.querySelector(".o_leifeng_names");
        const tick = this.el.querySelector("[name=names_kept]");
        if (names.length > Number(tick.value)) {
            tick.checked = false; // what is new was not agreed to
        }
        tick.value = names.length;
        el.hidden = !names.length;
        el.querySelector("ul").replaceChildren(
            ...names.map((words) => {
                const item = document.createElement("li");
                item.textContent = words;
                return item;
            })
        );
    }
}

registry.category("public.interactions").add("leifeng_campaign.essay_write", EssayWrite);
