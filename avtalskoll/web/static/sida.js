// Small comforts. Every page works without this file.
"use strict";
document.documentElement.classList.add("js");

document.addEventListener("DOMContentLoaded", () => {
  document.querySelectorAll("[data-drop]").forEach(dropField);
  document.querySelectorAll("form").forEach(sendOnce);
  document.querySelectorAll("[data-state]").forEach(follow);
  openTarget();
  window.addEventListener("hashchange", openTarget);
  // A file that is dropped beside a field must not replace the page.
  for (const kind of ["dragover", "drop"]) window.addEventListener(kind, (event) => event.preventDefault());
});

// Files are gathered: to choose the annexes must not throw away the agreement.
function dropField(field) {
  const input = field.querySelector("input[type=file]");
  const list = field.querySelector(".chosen");
  const error = field.querySelector(".error");
  let files = [];

  const same = (a, b) => a.name === b.name && a.size === b.size && a.lastModified === b.lastModified;
  const show = () => {
    const held = new DataTransfer();
    files.forEach((file) => held.items.add(file));
    input.files = held.files;
    list.replaceChildren(...files.map(row));
    complain(tooMuch(field));
  };
  const row = (file) => {
    const item = document.createElement("li");
    const name = document.createElement("span");
    const size = document.createElement("span");
    size.className = "total";
    size.textContent = " " + words(file.size);
    name.append(file.name, size);
    const remove = document.createElement("button");
    remove.type = "button";
    remove.textContent = "Ta bort";
    remove.setAttribute("aria-label", "Ta bort " + file.name);
    remove.addEventListener("click", () => {
      files = files.filter((other) => other !== file);
      show();
      input.focus();
    });
    item.append(name, remove);
    return item;
  };
  const complain = (sentence) => {
    error.textContent = sentence;
    error.hidden = !sentence;
  };
  const add = (more) => {
    for (const file of more) if (!files.some((known) => same(known, file))) files.push(file);
    show();
  };

  input.addEventListener("change", () => add([...input.files]));
  field.addEventListener("dragover", (event) => { event.preventDefault(); field.classList.add("over"); });
  field.addEventListener("dragleave", () => field.classList.remove("over"));
  field.addEventListener("drop", (event) => {
    event.preventDefault();
    field.classList.remove("over");
    const entries = [...event.dataTransfer.items].map((item) => item.webkitGetAsEntry && item.webkitGetAsEntry());
    if (entries.some((entry) => entry && entry.isDirectory)) {
      complain("En mapp kan inte släppas här. Öppna mappen och välj filerna, eller lägg dem i en zip-fil.");
      return;
    }
    add([...event.dataTransfer.files]);
  });
  // Where the browser has kept the files after "back", they are shown again.
  if (input.files.length) add([...input.files]);
}

function words(bytes) {
  const kb = bytes / 1024;
  return kb < 1000 ? Math.max(1, Math.round(kb)) + " kB" : (kb / 1024).toFixed(1).replace(".", ",") + " MB";
}

function tooMuch(field) {
  const form = field.closest("form");
  const most = Number(form.dataset.most || 0);
  let size = 0;
  form.querySelectorAll("input[type=file]").forEach((input) => { for (const file of input.files) size += file.size; });
  return most && size > most ? "Filerna är för stora: tillsammans " + words(size) + ". Högst " + words(most) + " kan skickas." : "";
}

// One click is enough.
function sendOnce(form) {
  form.addEventListener("submit", (event) => {
    const field = form.querySelector("[data-drop]");
    if (form.dataset.sent || (field && tooMuch(field))) {
      event.preventDefault();
      return;
    }
    form.dataset.sent = "ja";
    const button = form.querySelector(".button");
    if (button) { button.setAttribute("aria-disabled", "true"); button.textContent = "Skickar filerna …"; }
  });
}
// "Back" may bring the form as it was left.
window.addEventListener("pageshow", (event) => {
  if (event.persisted && document.querySelector("form[data-sent]")) location.reload();
});

// How far the work has come, and on to the result.
function follow(box) {
  const phrase = box.querySelector(".progress-words");
  const bar = box.querySelector("progress");
  const ask = async () => {
    try {
      const answer = await fetch(box.dataset.state, { cache: "no-store" });
      if (!answer.ok) { location.reload(); return; }
      const state = await answer.json();
      if (state.next) { location.replace(state.next); return; }
      const text = state.phrase + (state.total ? ": " + state.done + " av " + state.total : "");
      if (phrase.textContent !== text) phrase.textContent = text;
      if (state.total) { bar.max = state.total; bar.value = state.done; }
    } catch {
      phrase.textContent = "Programmet svarar inte. Är det stängt? Starta det igen och granska på nytt.";
      return;
    }
    setTimeout(ask, 400);
  };
  setTimeout(ask, 250);
}

// A link to a requirement that stands folded opens it.
function openTarget() {
  const target = location.hash && document.getElementById(decodeURIComponent(location.hash.slice(1)));
  if (target && target.tagName === "DETAILS") target.open = true;
}
