import { nameIn } from '../kernel/index.ts';
import { SMALLEST_BASIS } from './answer.ts';
import { DAYS, ORIGINS } from './report-input.dto.ts';
import { GROUPS, REPORTS, type Report } from './registry/catalogue.ts';
import { DIMENSIONS, type Dimension } from './registry/dimensions.ts';
import { MEASURES, type Measure } from './registry/measures.ts';

const INTRODUCTION = `# Reports

Generated from the registry in \`backend/src/reports/registry\` by \`npx nx run backend:reports-dictionary\`; a test compares. The product shows the same definitions beside each number.

- A period holds the days from its first on and before its last one (\`[from, until)\`), in the time zone of the organisation. Weeks begin when the organisation's do.
- Everybody sees the numbers of the customers in their data scope. Every number opens to its rows, which are exactly as many; a file holds the same as the screen.
- A share stands beside its basis n and its 95 % interval (Wilson). Below n = ${SMALLEST_BASIS} it is shown as "–"; without a basis it is nothing, never 0.
- A total is counted anew: it is no sum of distinct customers and no average of averages. Comparison is with the period of equal length just before; by time only the totals are compared.
- Archived customers stay in what happened while they were there. Withdrawn communications count nowhere.
- A cohort has an origin (${ORIGINS.map(code).join(' or ')}) and a number of days (${DAYS.map(code).join(', ')}). A customer is old enough when the last of the days is over: origin + days < today. Conversion on that last day counts.
- The first communication is the first that is not invalid; conversion is the first change into a won stage. Who converted before the origin is counted beside.
- Customer attributes are those of today. Conversion by channel, by number or by attribute shows what goes together, not what brings it about.
`;

function code(text: string): string {
  return `\`${text}\``;
}

const sourceOf = ({ source }: Dimension): string => ({ contact: 'the communication', customer: 'the customer', time: 'the day of the measure', journey: 'the customer’s way to conversion' })[source];

/** The dictionary of reports as a page of the documentation. */
export function dictionary(): string {
  const measures = Object.values(MEASURES);
  return [INTRODUCTION, '## Measures\n', ...measures.map(measureText), '## Catalogue\n', ...GROUPS.map(groupText), '## Dimensions\n', dimensionText(), API].join('\n');
}

function measureText({ key, names, definition, parts, rate }: Measure): string {
  const columns = parts.flatMap((part) => part.columns.map((column) => `| ${code(column.key)} | ${nameIn(column.names, 'en')} | ${column.counts} | ${column.isBeside ? 'beside' : ''} | ${code(column.where)} |`));
  return [
    `### ${nameIn(names, 'en')} (${code(key)})\n`,
    `- ${rate ? 'Numerator' : 'Counts'}: ${definition.counts.en}`,
    ...(definition.denominator ? [`- Denominator: ${definition.denominator.en}`] : []),
    `- Period: ${definition.period.en}`,
    `- Left out: ${definition.leftOut.en}`,
    ...(rate ? [`- Share: ${code(rate.of)} ÷ ${code(rate.among)}`] : []),
    '', '| column | name | counts | | condition |', '|---|---|---|---|---|', ...columns, '',
  ].join('\n');
}

function groupText(group: string): string {
  const line = ({ key, names, asks, measure, dimensions, hasFields, by, isAssociation }: Report): string =>
    `| ${code(key)} | ${names.en}: ${asks.en}${isAssociation ? ' (association, not cause)' : ''} | ${code(measure.key)} | ${[...dimensions, ...(hasFields ? ['field:…'] : [])].join(', ')} | ${by.join(', ')} |`;
  return [`### ${group}\n`, '| report | answers | measure | dimensions | at first by |', '|---|---|---|---|---|', ...REPORTS.filter((report) => report.group === group).map(line), ''].join('\n');
}

function dimensionText(): string {
  const all = Object.values(DIMENSIONS).flat();
  return ['| dimension | name | reads |', '|---|---|---|', ...all.map((one) => `| ${code(one.key)} | ${nameIn(one.names, 'en')} | ${sourceOf(one)} |`), `| ${code('field:key')} | a custom field of the kind text, choice or yes/no | the customer |`, ''].join('\n');
}

const API = `## API

\`GET /api/reports\` answers the catalogue; \`GET /api/reports/{key}\` a report; \`…/rows\` the rows behind a number; \`…/export.csv\` and \`…/rows/export.csv\` the same as files.

| parameter | meaning |
|---|---|
| \`period\`, or \`from\` and \`until\` | a named period, or days; the last twelve months when neither is given |
| \`by\` | up to three dimensions, such as \`person,channel,week\`, at most one of time; \`none\` for the total alone |
| \`origin\`, \`days\` | of a cohort |
| \`filter\` | \`dimension:value\`, once per value; values of one dimension widen, dimensions narrow; an empty value is "not recorded" |
| \`compare\` | \`true\` adds the period before |
| \`column\`, \`bucket\` | of \`…/rows\`: the column to open, and \`dimension:value\` for each dimension of the row; without a bucket the total |

The answer repeats the question as it was decided. A question with more than 20,000 rows is refused with \`report_has_too_many_rows\`, one that takes longer than 20 seconds with \`report_takes_too_long\` (both 422).
`;
