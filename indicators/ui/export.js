// Pictures of a chart, made here in the browser: nothing is installed, nothing leaves the machine.
// A plotly SVG names its font and holds none, so the page's own font is put inside.

async function fontRule() {
  for (const sheet of document.styleSheets) {
    let rules = [];
    try { rules = sheet.cssRules; } catch { continue; }
    for (const rule of rules) {
      if (!(rule instanceof CSSFontFaceRule)) continue;
      if (!rule.style.getPropertyValue("font-family").includes("Source Sans")) continue;
      if (rule.style.getPropertyValue("font-style") === "italic") continue;
      const found = rule.style.getPropertyValue("src").match(/url\(["']?([^"')]+)/);
      if (!found) continue;
      const address = new URL(found[1], sheet.href || document.baseURI);
      const bytes = new Uint8Array(await (await fetch(address)).arrayBuffer());
      let text = "";
      for (let at = 0; at < bytes.length; at += 32768) text += String.fromCharCode(...bytes.subarray(at, at + 32768));
      return `@font-face{font-family:"Source Sans";font-weight:200 900;src:url(data:font/woff2;base64,${btoa(text)})}`;
    }
  }
  return "";
}

async function drawing(figure) {
  await document.fonts.load('600 16px "Source Sans"').catch(() => {});
  const { width, height } = figure.layout;
  const copy = JSON.parse(JSON.stringify(figure));
  const address = await window.Plotly.toImage(copy, { format: "svg", width, height });
  const svg = decodeURIComponent(address.slice(address.indexOf(",") + 1));
  const rule = await fontRule();
  return svg.replace(/(<svg[^>]*>)/, `$1<style>${rule}</style>`);
}

async function picture(svg, figure) {
  const { width, height } = figure.layout;
  const image = new Image();
  const address = URL.createObjectURL(new Blob([svg], { type: "image/svg+xml" }));
  image.src = address;
  await image.decode();
  const canvas = document.createElement("canvas");
  canvas.width = 2 * width;
  canvas.height = 2 * height;
  const brush = canvas.getContext("2d");
  brush.scale(2, 2);
  brush.drawImage(image, 0, 0, width, height);
  URL.revokeObjectURL(address);
  return new Promise((done) => canvas.toBlob(done, "image/png"));
}

function save(blob, name) {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(blob);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10000);
}

export default function ({ data, parentElement }) {
  const row = parentElement.querySelector(".row");
  row.replaceChildren();
  for (const format of ["PNG", "SVG"]) {
    const button = document.createElement("button");
    button.textContent = format;
    button.type = "button";
    button.onclick = async () => {
      button.disabled = true;
      try {
        const svg = await drawing(data.figure);
        const blob = format === "PNG" ? await picture(svg, data.figure) : new Blob([svg], { type: "image/svg+xml" });
        save(blob, `${data.name}.${format.toLowerCase()}`);
      } catch (error) {
        button.title = data.failed.replace("{format}", format);
        button.textContent = button.title;
      } finally {
        button.disabled = false;
      }
    };
    row.append(button);
  }
}
