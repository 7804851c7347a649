// Copies a text on click: an address for a footnote, a piece of a page. It is shown to be copied by hand where that is refused.

export default function ({ data, parentElement }) {
  const button = parentElement.querySelector("button") ?? document.createElement("button");
  button.type = "button";
  button.style.cssText = `font: inherit; font-size: .875rem; color: var(--st-text-color); background: none; border: 0; padding: 0;
    cursor: pointer; text-align: left; overflow-wrap: anywhere; text-decoration: underline; text-underline-offset: .2em;`;
  button.textContent = data.idle;
  button.title = data.text;
  if (!button.isConnected) parentElement.append(button);  // never without its name
  button.onclick = async () => {
    try {
      await navigator.clipboard.writeText(data.text);
      button.textContent = data.done;
      setTimeout(() => { button.textContent = data.idle; }, 2000);
    } catch {
      button.textContent = data.text;
    }
  };
}
