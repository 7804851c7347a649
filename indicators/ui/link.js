// A figure's own address, for a footnote: copied on click, shown to be copied by hand where that is refused.

export default function ({ data, parentElement }) {
  const button = parentElement.querySelector("button");
  button.style.cssText = `font: inherit; font-size: .875rem; color: var(--st-text-color); background: none; border: 0; padding: 0;
    cursor: pointer; text-decoration: underline; text-underline-offset: .2em;`;
  const address = new URL("./", location.href);
  address.search = new URLSearchParams(data.address).toString();
  button.textContent = data.idle;
  button.title = address.href;
  button.onclick = async () => {
    try {
      await navigator.clipboard.writeText(address.href);
      button.textContent = data.done;
      setTimeout(() => { button.textContent = data.idle; }, 2000);
    } catch {
      button.textContent = address.href;
    }
  };
}
