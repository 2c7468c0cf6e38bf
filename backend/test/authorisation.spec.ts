import fs from 'node:fs';
import path from 'node:path';
import { RIGHTS, rightsOf } from '../src/people/index.ts';
import { type Route, addressOf, routesOf } from './routes.ts';
import { World } from './world.ts';

const PUBLIC_ROUTES = [
  'DELETE /api/session',
  'GET /api/health',
  'GET /api/invitations/:token',
  'GET /api/setup',
  'POST /api/invitations/:token/acceptance',
  'POST /api/session',
  'POST /api/setup',
];

const nameOf = ({ method, path: at }: Pick<Route, 'method' | 'path'>): string => `${method} ${at}`;

describe('the guard', () => {
  let world: World;
  let routes: Route[];
  beforeAll(async () => {
    world = await World.open();
    routes = routesOf(world.app);
  });
  afterAll(() => world.close());

  it('lets strangers in by these doors and no other', () => {
    const open = routes.filter(({ isPublic }) => isPublic).map(nameOf).sort();
    expect(open).toEqual(PUBLIC_ROUTES);
    expect(open).toHaveLength(7);
  });

  it('answers 401 without a session, whatever else is asked for', async () => {
    const wrong: string[] = [];
    for (const route of routes.filter(({ isPublic }) => !isPublic)) {
      const answer = await world.anonymous({ method: route.method, url: addressOf(route.path), ...(route.method === 'GET' ? {} : { payload: {} }) });
      if (answer.statusCode !== 401 || answer.json<{ code: string }>().code !== 'sign_in_required') wrong.push(`${nameOf(route)}: ${answer.statusCode}`);
    }
    expect(wrong).toEqual([]);
    expect(routes.length).toBeGreaterThan(30);
  });

  it('answers 403 to people whose roles do not give the right, before it looks at what they sent', async () => {
    const wrong: string[] = [];
    for (const roles of [['sales'], ['team_lead'], ['manager']] as const) {
      const actor = await world.person({ roles: [...roles], scope: 'all' });
      const rights = rightsOf(roles);
      for (const route of routes.filter(({ needs }) => needs && !rights.includes(needs))) {
        const answer = await actor.call(route.method, addressOf(route.path), route.method === 'GET' ? undefined : {});
        if (answer.statusCode !== 403) wrong.push(`${roles.join()} ${nameOf(route)}: ${answer.statusCode}`);
      }
    }
    expect(wrong).toEqual([]);
  });

  it('knows every right that a route asks for', () => {
    expect(routes.filter(({ needs }) => needs && !RIGHTS.includes(needs)).map(nameOf)).toEqual([]);
  });

  it('guards exactly the operations that the OpenAPI document names', () => {
    const document = JSON.parse(fs.readFileSync(path.join(import.meta.dirname, '../openapi.json'), 'utf8')) as { paths: Record<string, object> };
    const described = Object.entries(document.paths).flatMap(([at, operations]) => Object.keys(operations).map((method) => `${method.toUpperCase()} ${at.replace(/\{(\w+)\}/g, ':$1')}`));
    expect(described.sort()).toEqual(routes.map(nameOf).sort());
  });
});
