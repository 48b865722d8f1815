import { registry } from "@web/core/registry";

import { KeptForm } from "../kept_form/kept_form";

/** Writing a department's summary: all its parts are counted together. */
export class SummaryWrite extends KeptForm {
    static selector = "form.o_leifeng_summary_form";

    showCount() {
        const texts = Object.values(this.page.read());
        this.page.showCount(texts.reduce((sum, text) => sum + this.count.of(text), 0));
    }
}

registry.category("public.interactions").add("leifeng_campaign.summary_write", SummaryWrite);
