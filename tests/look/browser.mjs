// Opens pages in Chromium and says of each what axe-core finds wrong, and whether anything sticks out sideways; takes pictures.
// On its input a list of {file, width, dark, print, picture, judged}; on its output, in the same order, a list of {violations, sideways, requests, said, hidden, bare}.
import { createRequire } from "node:module";
import { readFileSync } from "node:fs";
import { pathToFileURL } from "node:url";

const [tools, chromium] = process.argv.slice(2);
const require = createRequire(`${tools}/package.json`);
const { default: puppeteer } = await import(pathToFileURL(require.resolve("puppeteer-core")));
const axe = readFileSync(require.resolve("axe-core"), "utf8");
const browser = await puppeteer.launch({ executablePath: chromium, args: ["--no-sandbox", "--disable-gpu"] });
const page = await browser.newPage();
let requests = [], said = [];
page.on("request", (request) => requests.push(request.url()));
page.on("console", (message) => said.push(message.text()));
const found = [];
for (const { file, width, dark, print, picture, judged } of JSON.parse(readFileSync(0, "utf8"))) {
  requests = [];
  said = [];
  await page.setViewport({ width, height: 900 });
  await page.emulateMediaType(print ? "print" : undefined); // this forgets the features, so they come after it
  if (!print) await page.emulateMediaFeatures([{ name: "prefers-color-scheme", value: dark ? "dark" : "light" }]);
  await page.goto(pathToFileURL(file).href, { waitUntil: "load" });
  if (!print && (await page.evaluate(() => matchMedia("(prefers-color-scheme: dark)").matches)) !== dark) throw new Error("not the colours asked for");
  const sideways = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  if (picture && print) await page.pdf({ path: picture, preferCSSPageSize: true });
  else if (picture) await page.screenshot({ path: picture, fullPage: true });
  let violations = [];
  if (!print && judged) {
    await page.evaluate(axe); // past the page's own policy, which holds for what the page asks for
    const results = await page.evaluate((only) => axe.run({ resultTypes: ["violations"], ...only }), dark ? { runOnly: ["color-contrast"] } : {});
    violations = results.violations.map((one) => `${one.id}: ${one.help}: ${one.nodes.slice(0, 3).map((node) => node.html.slice(0, 160)).join(" | ")}`);
  }
  const bare = await page.evaluate(() => {
    const shown = (part) => [...part.children].filter((one) => one.checkVisibility());
    const chapters = [...document.querySelectorAll("section:has(> details)")].filter((one) => one.checkVisibility());
    return chapters.filter((one) => shown(one).every((part) => /^H\d$/.test(part.tagName))).map((one) => one.innerText);
  });
  const hidden = await page.evaluate(async () => {
    const missed = [];
    for (const hash of new Set([...document.querySelectorAll('a[href^="#"]')].map((one) => one.getAttribute("href")))) {
      document.querySelector(`a[href="${hash}"]`).click();
      await new Promise((done) => setTimeout(done));
      if (!document.getElementById(hash.slice(1))?.checkVisibility()) missed.push(hash);
    }
    return missed;
  });
  found.push({ bare, hidden, violations, sideways, requests, said });
}
await browser.close();
process.stdout.write(JSON.stringify(found));
