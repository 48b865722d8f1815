/** Reads and writes the form of an essay; knows nothing of sending. */
export class EssayPage {
    constructor(form) {
        this.form = form;
        this.seen = Number(form.dataset.seen);
    }

    input(name) {
        return this.form.querySelector(`[name="${name}"]`);
    }

    read() {
        return {
            title: this.input("title").value,
            body: this.input("body").value,
            original: this.input("original").checked,
        };
    }

    write({ title, body, original }) {
        this.input("title").value = title;
        this.input("body").value = body;
        this.input("original").checked = original;
    }

    /** Whether the form says something else than the page that came. */
    get isTouched() {
        const { title, body, original } = this.form.elements;
        return (
            title.value !== title.defaultValue ||
            body.value !== body.defaultValue ||
            original.checked !== original.defaultChecked
        );
    }

    showCount(count) {
        const el = this.form.querySelector(".o_leifeng_count");
        const most = Number(el.dataset.most);
        el.querySelector("[data-count]").textContent = count;
        el.classList.toggle("o_leifeng_count_over", Boolean(most) && count > most);
    }

    showNames(names) {
        const el = this.form.querySelector(".o_leifeng_names");
        const tick = this.input("names_kept");
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

    status(name, sentence = "") {
        for (const el of this.form.querySelectorAll("[data-status]")) {
            el.hidden = el.dataset.status !== name;
        }
        this.form.querySelector("[data-status=refused]").textContent = sentence;
    }

    ask(theirs) {
        const el = this.form.querySelector(".o_leifeng_ask");
        el.hidden = !theirs;
        el.querySelector(".o_leifeng_theirs").textContent = theirs
            ? `${theirs.title}\n${theirs.body}`
            : "";
    }
}
