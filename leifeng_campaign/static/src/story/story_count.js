import { Interaction } from "@web/public/interaction";
import { registry } from "@web/core/registry";

import { EssayCount } from "../essay/essay_count";

/** Counts a text while one types; the rules come from the server. */
export class StoryCount extends Interaction {
    static selector = ".o_leifeng_counted";
    dynamicContent = { textarea: { "t-on-input": this.show } };

    setup() {
        this.count = new EssayCount(this.el.dataset.rules);
    }

    start() {
        this.show();
    }

    show() {
        const text = this.el.querySelector("textarea").value;
        this.el.querySelector("[data-count]").textContent = this.count.of(text);
    }
}

registry.category("public.interactions").add("leifeng_campaign.story_count", StoryCount);
