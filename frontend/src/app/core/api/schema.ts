/** The paths of the API; replaced by `nx run frontend:api`, which generates this file from `backend/openapi.json`. */
interface None { query?: never; header?: never; path?: never; cookie?: never }
interface Json<T> { headers: Record<string, unknown>; content: { 'application/json': T } }
interface Nothing { headers: Record<string, unknown>; content?: never }
interface Absent { get?: never; put?: never; post?: never; delete?: never; options?: never; head?: never; patch?: never; trace?: never }

export interface paths {
  '/api/session': Omit<Absent, 'get' | 'post' | 'delete'> & {
    parameters: None;
    get: { parameters: None; requestBody?: never; responses: { 200: Json<components['schemas']['SessionView']> } };
    post: { parameters: None; requestBody: { content: { 'application/json': components['schemas']['SignIn'] } }; responses: { 201: Json<components['schemas']['SessionView']> } };
    delete: { parameters: None; requestBody?: never; responses: { 204: Nothing } };
  };
  '/api/setup': Omit<Absent, 'get' | 'post'> & {
    parameters: None;
    get: { parameters: None; requestBody?: never; responses: { 200: Json<{ isNeeded: boolean }> } };
    post: { parameters: None; requestBody: { content: { 'application/json': components['schemas']['SetUp'] } }; responses: { 201: Json<components['schemas']['SessionView']> } };
  };
  '/api/invitations/{token}': Omit<Absent, 'get'> & {
    parameters: None;
    get: { parameters: Omit<None, 'path'> & { path: { token: string } }; requestBody?: never; responses: { 200: Json<components['schemas']['InvitationView']> } };
  };
  '/api/invitations/{token}/acceptance': Omit<Absent, 'post'> & {
    parameters: None;
    post: {
      parameters: Omit<None, 'path'> & { path: { token: string } };
      requestBody: { content: { 'application/json': components['schemas']['AcceptInvitation'] } };
      responses: { 201: Json<components['schemas']['SessionView']> };
    };
  };
}

export interface components {
  schemas: {
    SignIn: { email: string; password: string };
    SessionView: {
      person: { id: string; name: string; email: string; language: string; timeZone: string; theme: string; roles: string[]; teamId: string | null };
      rights: string[];
      organisation: { name: string; timeZone: string; currency: string; weekStartsOn: number; isDemo: boolean; today: string };
    };
    SetUp: { code: string; name: string; email: string; password: string; organisationName: string; timeZone: string; language: string };
    InvitationView: { name: string; email: string; organisationName: string };
    AcceptInvitation: { name: string; password: string; language: string; timeZone: string };
  };
}
