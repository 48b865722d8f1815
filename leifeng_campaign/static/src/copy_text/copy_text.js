import { registry } from "@web/core/registry";
import { Interaction } from "@web/public/interaction";

/**
 * Copy the text of a field. Inside an agency pages often come without encryption, where browsers
 * have no clipboard for scripts: the selected text is copied the old way.
 */
export class CopyText extends Interaction {
    static selector = "[data-leifeng-copy]";
    dynamicContent = { _root: { "t-on-click": this.copy } };

    async copy() {
        const field = document.getElementById(this.el.dataset.leifengCopy);
        field.select();
        try {
            await this.waitFor(navigator.clipboard.writeText(field.value));
        } catch {
            if (!document.execCommand("copy")) {
                return;
            }
        }
        const [before, after] = this.el.children;
        before.classList.add("d-none");
        after.classList.remove("d-none");
    }
}

registry.category("public.interactions").add("leifeng_campaign.copy_text", CopyText);
