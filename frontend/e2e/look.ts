import fs from 'node:fs';
import path from 'node:path';
import { type Page, expect } from '@playwright/test';

const axeSource = fs.readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');
const pictures = process.env['TANGENT_PICTURES'];

const SIZES = { wide: { width: 1440, height: 900 }, narrow: { width: 390, height: 844 } } as const;
const SMALLEST_TOUCH = 24;

interface Violation { id: string; help: string; nodes: { html: string; failureSummary?: string }[] }
interface Axe { run(options?: object): Promise<{ violations: Violation[] }> }
type WithAxe = Window & { axe?: Axe };

/**
 * What is wrong with the page as it stands, in both widths and both themes: axe's findings, and a page that scrolls
 * sideways on a phone. Takes a picture of each where a folder for them is named (TANGENT_PICTURES).
 */
export async function look(page: Page, name: string): Promise<string[]> {
  await settled(page);
  await stillness(page);
  const found: string[] = [];
  for (const [size, viewport] of Object.entries(SIZES)) {
    await page.setViewportSize(viewport);
    await settled(page);
    for (const theme of ['light', 'dark']) {
      await page.evaluate((wanted) => { document.documentElement.dataset['theme'] = wanted; }, theme);
      const here = `${name}-${theme}-${size}`;
      if (pictures) await page.screenshot({ path: path.join(pictures, `${here}.png`) });
      // The second theme differs in nothing but its colours.
      found.push(...(await violations(page, theme === 'dark' ? ['color-contrast'] : undefined)).map((text) => `${here}: ${text}`));
    }
    if (size === 'narrow') found.push(...(await faultsOnPhone(page)).map((text) => `${name}-${size}: ${text}`));
  }
  await page.setViewportSize(SIZES.wide);
  return found;
}

async function settled(page: Page): Promise<void> {
  await expect(page.locator('[aria-busy=true]')).toHaveCount(0);
  // The menus come when the page is idle, in the place of buttons that can do nothing yet, and get their content a frame after themselves.
  await expect(page.locator('.t-menu-button:disabled, .t-menu-button:empty')).toHaveCount(0);
  await page.evaluate(() => new Promise((resolve) => { requestAnimationFrame(() => { requestAnimationFrame(resolve); }); }));
}

/** A colour on its way from one theme to the other is neither; the page's policy allows this, for it is no inline style. */
async function stillness(page: Page): Promise<void> {
  await page.evaluate(() => {
    const still = new CSSStyleSheet();
    still.replaceSync('*, *::before, *::after { transition: none !important; animation: none !important; }');
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, still];
  });
}

async function violations(page: Page, rules?: string[]): Promise<string[]> {
  // The page's own policy forbids inline scripts; evaluate is not bound by it.
  if (!(await page.evaluate(() => (window as WithAxe).axe !== undefined))) await page.evaluate(axeSource);
  const answer = await page.evaluate((only) => (window as WithAxe).axe?.run({ resultTypes: ['violations'], ...(only ? { runOnly: only } : {}) }), rules);
  return (answer?.violations ?? []).map(({ id, help, nodes }) =>
    `${id} (${help}) ${nodes.slice(0, 3).map(({ html, failureSummary }) => `${html.slice(0, 160)} ${failureSummary?.split('\n')[1]?.trim() ?? ''}`).join(' | ')}`);
}

/** Sideways scrolling of the page, and things to touch that are smaller than WCAG 2.2 asks for (24 pixels). */
function faultsOnPhone(page: Page): Promise<string[]> {
  return page.evaluate((smallest) => {
    const faults: string[] = [];
    const surplus = document.documentElement.scrollWidth - window.innerWidth;
    if (surplus > 0) faults.push(`the page scrolls sideways by ${surplus} px`);
    for (const one of document.querySelectorAll<HTMLElement>('main button, [role=dialog] button')) {
      const { width, height } = one.getBoundingClientRect();
      if (width > 0 && (width < smallest || height < smallest) && !one.closest('.t-hidden, [aria-hidden=true], td, .fc, p')) faults.push(`${Math.round(width)} × ${Math.round(height)} px to touch: ${one.outerHTML.slice(0, 120)}`);
    }
    return faults;
  }, SMALLEST_TOUCH);
}
