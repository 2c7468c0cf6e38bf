/** The colours of a chart as the theme in force has them, and the font of the page. */
export interface Colours {
  readonly font: string;
  readonly text: string;
  readonly muted: string;
  readonly line: string;
  readonly mark: string;
  readonly soft: string;
  readonly panel: string;
  readonly onMark: string;
}

const VARIABLES: Readonly<Record<Exclude<keyof Colours, 'font'>, string>> = {
  text: '--t-text-color', muted: '--t-muted', line: '--t-line-color', mark: '--mat-sys-primary', soft: '--t-info-soft', panel: '--t-popup', onMark: '--mat-sys-on-primary',
};

/** Reads the theme's colours; an element inside the page resolves what variables are made of, such as `light-dark()`. */
export function coloursOf(element: HTMLElement): Colours {
  const probe = element.appendChild(document.createElement('span'));
  const read = (variable: string): string => {
    probe.style.color = `var(${variable})`;
    return plainColour(getComputedStyle(probe).color);
  };
  const colours = Object.fromEntries(Object.entries(VARIABLES).map(([name, variable]) => [name, read(variable)])) as Record<keyof typeof VARIABLES, string>;
  probe.remove();
  return { ...colours, font: getComputedStyle(element).fontFamily };
}

/** `color(srgb …)`, which mixed colours compute to, in the form that the chart library reads. */
export function plainColour(colour: string): string {
  const [, parts] = /^color\(srgb ([^)]+)\)$/.exec(colour) ?? [];
  if (parts === undefined) return colour;
  const [red = 0, green = 0, blue = 0, alpha = 1] = parts.split(/[\s/]+/).map(Number);
  return `rgba(${[red, green, blue].map((share) => Math.round(share * 255)).join(', ')}, ${alpha})`;
}
