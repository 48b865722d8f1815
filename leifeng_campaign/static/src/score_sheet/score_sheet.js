import { Interaction } from "@web/public/interaction";
import { registry } from "@web/core/registry";

import { SheetSender } from "../lead_sheet/sheet_sender";

const STEP = 0.5;

/** A judge's sheet: adds up while scores are typed, and keeps them on the server meanwhile. */
export class ScoreSheet extends Interaction {
    static selector = "form.o_leifeng_score";
    dynamicContent = {
        _root: {
            "t-on-input": this.onInput,
            "t-on-submit": this.onSubmit,
            "t-on-leifeng_settle": this.onSettle,
        },
        ".o_leifeng_points": { "t-on-keydown": this.onStep },
    };

    setup() {
        this.keeps = this.el.dataset.acts === "score";
        this.changed = false;
        const kept = { message: () => this.message() };
        this.sender = new SheetSender(`${this.el.dataset.url}/save`, kept, {
            onAnswer: (message, answer) => this.onAnswer(message, answer),
            onStatus: (name) => this.onStatus(name),
        });
    }

    start() {
        this.el.querySelector(".o_leifeng_total").hidden = false;
        this.addUp();
        if (this.keeps) {
            this.el.querySelector(".o_leifeng_save").hidden = true;
        }
    }

    destroy() {
        this.sender.stop();
    }

    get points() {
        return [...this.el.querySelectorAll(".o_leifeng_points")];
    }

    message() {
        const scores = Object.fromEntries(this.points.map((el) => [el.dataset.id, el.value]));
        return { scores, comment: this.el.querySelector("[name=comment]").value };
    }

    addUp() {
        // in tenths: sums of decimals are exact on the server, and look exact here
        const tenths = this.points.map((el) => Math.round(Number(el.value || 0) * 10));
        const sum = tenths.reduce((total, each) => total + each, 0) / 10;
        const shown = Number.isNaN(sum) ? "–" : sum.toFixed(1);
        this.el.querySelector(".o_leifeng_total output").textContent = shown;
    }

    onInput() {
        this.addUp();
        if (this.keeps) {
            this.changed = true;
            this.sender.soon();
        }
    }

    onStep(ev) {
        const steps = { ArrowUp: STEP, ArrowDown: -STEP }[ev.key];
        const el = ev.target;
        if (!steps || ev.ctrlKey || ev.altKey || ev.metaKey) {
            return;
        }
        ev.preventDefault();
        const maximum = Number(el.dataset.maximum);
        const value = Math.min(maximum, Math.max(0, Number(el.value || 0) + steps));
        if (!Number.isNaN(value)) {
            el.value = String(Math.round(value * 10) / 10);
            this.onInput();
        }
    }

    onAnswer(message, { refusal }) {
        if (!refusal && JSON.stringify(message) === JSON.stringify(this.message())) {
            this.changed = false;
        }
        const el = this.el.querySelector("[data-status=refused]");
        el.textContent = refusal;
        this.onStatus(refusal ? "refused" : "saved");
    }

    onStatus(name) {
        const shown = name === "kept" ? "unsaved" : name;
        for (const el of this.el.querySelectorAll(".o_leifeng_status [data-status]")) {
            el.hidden = el.dataset.status !== shown;
        }
    }

    /** The page is about to be left: save first, then say whether all that is typed is kept. */
    async onSettle(ev) {
        ev.preventDefault();
        if (this.keeps && this.changed) {
            await this.sender.send();
        }
        ev.detail.done(!this.changed);
    }

    onSubmit() {
        this.sender.stop(); // the form brings everything with it
    }
}

registry.category("public.interactions").add("leifeng_campaign.score_sheet", ScoreSheet);
