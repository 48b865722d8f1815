/** Reads and writes the fields of a form that are kept; knows nothing of sending. */
export class FormPage {
    constructor(form) {
        this.form = form;
        this.fields = [...form.querySelectorAll("[data-kept]")];
        this.seen = Number(form.dataset.seen);
    }

    read() {
        return Object.fromEntries(
            this.fields.map((field) => [field.name, isTick(field) ? field.checked : field.value])
        );
    }

    write(text) {
        for (const field of this.fields) {
            if (isTick(field)) {
                field.checked = text[field.name];
            } else {
                field.value = text[field.name] ?? "";
            }
        }
    }

    /** Whether the form says something else than the page that came. */
    get isTouched() {
        return this.fields.some((field) =>
            isTick(field)
                ? field.checked !== field.defaultChecked
                : field.value !== field.defaultValue
        );
    }

    showCount(count) {
        const el = this.form.querySelector(".o_leifeng_count");
        const most = Number(el.dataset.most);
        el.querySelector("[data-count]").textContent = count;
        el.classList.toggle("o_leifeng_count_over", Boolean(most) && count > most);
    }

    status(name, sentence = "") {
        for (const el of this.form.querySelectorAll("[data-status]")) {
            el.hidden = el.dataset.status !== name;
        }
        this.form.querySelector("[data-status=refused]").textContent = sentence;
    }

    ask(theirs) {
        const el = this.form.querySelector(".o_leifeng_ask");
        const words = this.fields.filter((field) => !isTick(field)).map((field) => field.name);
        el.hidden = !theirs;
        el.querySelector(".o_leifeng_theirs").textContent = theirs
            ? words.map((name) => theirs[name]).filter(Boolean).join("\n")
            : "";
    }
}

function isTick(field) {
    return field.type === "checkbox";
}
