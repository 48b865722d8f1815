import { Interaction } from "@web/public/interaction";
import { registry } from "@web/core/registry";

const KEYS = {
    ArrowRight: "next",
    j: "next",
    ArrowLeft: "previous",
    k: "previous",
};

/** Keys on a judge's sheet: from sheet to sheet, digits into the scores, Ctrl+Enter submits. */
export class ScoreKeys extends Interaction {
    static selector = ".o_leifeng_wide:has(.o_leifeng_work)";
    dynamicContent = {
        _document: { "t-on-keydown": this.onKey },
        ".o_leifeng_previous, .o_leifeng_next": { "t-on-click": this.onLink },
    };

    start() {
        const hint = this.el.querySelector(".o_leifeng_keys");
        if (hint && window.matchMedia("(hover: hover) and (pointer: fine)").matches) {
            hint.hidden = false;
        }
    }

    get form() {
        return this.el.querySelector("form.o_leifeng_score[data-acts=score]");
    }

    onKey(ev) {
        if (ev.key === "Enter" && (ev.ctrlKey || ev.metaKey)) {
            ev.preventDefault();
            return this.form?.requestSubmit(this.form.querySelector(".o_leifeng_submit"));
        }
        if (ev.ctrlKey || ev.altKey || ev.metaKey || ev.isComposing) {
            return;
        }
        const points = ev.target.matches?.(".o_leifeng_points");
        const typing = ev.target.matches?.("input, textarea, select") && !points;
        const way = KEYS[points || ev.key.length > 1 ? ev.key : ev.key.toLowerCase()];
        if (typing || (points && ev.key.startsWith("Arrow"))) {
            return;
        }
        if (way) {
            ev.preventDefault();
            this.el.querySelector(`.o_leifeng_${way}`)?.click();
        } else if (/^[0-9]$/.test(ev.key) && !points) {
            this.goToScores();
        }
    }

    /** A digit typed anywhere goes to the first score that is still missing. */
    goToScores() {
        const fields = [...(this.form?.querySelectorAll(".o_leifeng_points") || [])];
        const field = fields.find((el) => !el.value);
        if (field) {
            field.focus(); // the digit itself follows by the key's default action
        }
    }

    async onLink(ev) {
        const { href } = ev.currentTarget;
        if (!this.form || ev.ctrlKey || ev.metaKey || ev.shiftKey) {
            return;
        }
        ev.preventDefault();
        if (await settle(this.form)) {
            window.location.assign(href);
        }
    }
}

/** Let the form's own interaction save; it listens to this event. Resolves to whether all is kept. */
function settle(form) {
    return new Promise((resolve) => {
        const event = new CustomEvent("leifeng_settle", { detail: { done: resolve }, cancelable: true });
        if (form.dispatchEvent(event)) {
            resolve(true); // nobody listens
        }
    });
}

registry.category("public.interactions").add("leifeng_campaign.score_keys", ScoreKeys);
