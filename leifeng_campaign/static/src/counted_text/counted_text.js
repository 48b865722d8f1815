import { registry } from "@web/core/registry";
import { session } from "@web/session";
import { TextField, textField } from "@web/views/fields/text/text_field";
import { useState } from "@odoo/owl";
import { EssayCount } from "@leifeng_campaign/essay/essay_count";

/** <field widget="leifeng_counted_text"/>: says while one types how many characters there are. */
export class CountedText extends TextField {
    static template = "leifeng_campaign.CountedText";

    setup() {
        super.setup();
        this.counter = new EssayCount(session.leifeng_count_rules);
        this.typed = useState({ text: null });
    }

    get characters() {
        const kept = this.props.record.data[this.props.name] || "";
        return this.counter.of(this.typed.text ?? kept);
    }

    onTyped(ev) {
        this.typed.text = ev.target.value;
    }

    onLeft() {
        this.typed.text = null; // what the record holds counts again
    }
}

registry.category("fields").add("leifeng_counted_text", { ...textField, component: CountedText });
