import { HarnessLoader } from '@angular/cdk/testing';
import { TestbedHarnessEnvironment } from '@angular/cdk/testing/testbed';
import { TestBed } from '@angular/core/testing';
import { MATERIAL_ANIMATIONS } from '@angular/material/core';
import { MatButtonHarness } from '@angular/material/button/testing';
import { MatInputHarness } from '@angular/material/input/testing';
import { MatMenuHarness } from '@angular/material/menu/testing';
import { MatSelectHarness } from '@angular/material/select/testing';
import { aSession, api, provideTesting, ready, settle } from '../../../testing';
import { View } from '../../core/api';
import { settingsTexts } from '../texts';
import { withoutBranch } from './team-sheet';
import { TeamsPage } from './teams-page';

const team = (id: string, name: string, depth: number, parentId: string | null = null): View<'TeamView'> => ({ id, name, parentId, depth, isArchived: false, peopleCount: 2, version: 3 });
const tree = [team('a', 'Sales', 0), team('b', 'North', 1, 'a'), team('c', 'Far north', 2, 'b'), team('d', 'South', 1, 'a'), team('e', 'Service', 0)];

describe('the teams of Settings', () => {
  let whole: HarnessLoader;
  beforeEach(async () => {
    TestBed.configureTestingModule({ providers: [provideTesting({ settings: settingsTexts }), { provide: MATERIAL_ANIMATIONS, useValue: { animationsDisabled: true } }] });
    await ready(aSession({ rights: ['people.manage'] }));
    const fixture = TestBed.createComponent(TeamsPage);
    document.body.append(fixture.nativeElement as HTMLElement);
    whole = TestbedHarnessEnvironment.documentRootLoader(fixture);
    await settle();
    flush();
    await settle();
  });
  afterEach(() => { document.body.innerHTML = ''; });

  const flush = (): void => {
    for (const call of api().match(({ url }) => url === '/api/teams')) call.flush({ items: tree });
    for (const call of api().match('/api/people')) call.flush({ items: [] });
  };
  const choose = async (name: string, action: string): Promise<void> => {
    const menu = await whole.getHarness(MatMenuHarness.with({ selector: `[aria-label="Actions for ${name}"]` }));
    await menu.open();
    await menu.clickItem({ text: new RegExp(action) });
    await settle();
  };
  const press = async (text: string): Promise<void> => {
    await (await whole.getHarness(MatButtonHarness.with({ text }))).click();
    await settle();
  };

  test('stand in a tree, with how many people are in each', () => {
    const shown = [...document.querySelectorAll<HTMLElement>('li')].map((row) => [row.style.getPropertyValue('--depth'), row.querySelector('.name')?.textContent, row.querySelector('.people')?.textContent]);
    expect(shown.slice(0, 3)).toEqual([['0', 'Sales', '2 people'], ['1', 'North', '2 people'], ['2', 'Far north', '2 people']]);
  });

  test('get a team below another', async () => {
    await choose('North', 'Add a team below');
    await (await whole.getHarness(MatInputHarness)).setValue('Near north');
    await press('Add');
    expect(api().expectOne({ method: 'POST', url: '/api/teams' }).request.body).toEqual({ name: 'Near north', parentId: 'b' });
  });

  test('are moved, but never below themselves', async () => {
    await choose('North', 'Rename or move');
    const parents = await whole.getHarness(MatSelectHarness);
    await parents.open();
    expect((await Promise.all((await parents.getOptions()).map((option) => option.getText()))).map((text) => text.trim())).toEqual(['Nothing, it stands at the top', 'Sales', 'South', 'Service']);
    await parents.clickOptions({ text: /Service/ });
    await press('Save');
    const call = api().expectOne({ method: 'PATCH', url: '/api/teams/b' });
    expect([call.request.body, call.request.headers.get('If-Match')]).toEqual([{ parentId: 'e' }, '"3"']);
    call.flush({ code: 'invalid_input', errors: [{ field: 'name', code: 'one_team_of_a_name_per_parent' }] }, { status: 422, statusText: '' });
    await settle();
    expect(document.querySelector('mat-error')?.textContent).toBe('There is a team of this name here');
  });

  test('say why they can not be archived', async () => {
    await choose('Far north', 'Archive');
    api().expectOne({ method: 'POST', url: '/api/teams/c/archival' }).flush({ code: 'team_has_people' }, { status: 409, statusText: '' });
    await settle();
    flush();
    await settle();
    expect(document.body.textContent).toContain('There are people in this team.');
  });
});

test.each([
  ['b', ['a', 'd', 'e']],
  ['a', ['e']],
  ['e', ['a', 'b', 'c', 'd']],
  [undefined, ['a', 'b', 'c', 'd', 'e']],
])('without the branch of %s the tree is %j', (id, left) => { expect(withoutBranch(tree, id).map((one) => one.id)).toEqual(left); });
