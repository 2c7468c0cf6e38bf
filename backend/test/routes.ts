import { RequestMethod } from '@nestjs/common';
import { METHOD_METADATA, PATH_METADATA } from '@nestjs/common/constants.js';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { ModulesContainer } from '@nestjs/core';
import { PUBLIC, RIGHT } from '../src/people/session.guard.ts';
import type { Right } from '../src/people/index.ts';

type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

/** An operation of the API. */
export interface Route {
  method: Method;
  /** With placeholders: `/api/people/:id`. */
  path: string;
  isPublic: boolean;
  needs: Right | null;
}

const joined = (...parts: string[]): string => `/${parts.flatMap((part) => part.split('/')).filter(Boolean).join('/')}`;
const listOf = (path: unknown): string[] => (Array.isArray(path) ? (path as string[]) : [String(path)]);

/** Every operation that the controllers of the application answer to, with what guards it. */
export function routesOf(app: NestFastifyApplication): Route[] {
  const controllers = [...app.get(ModulesContainer).values()].flatMap((module) => [...module.controllers.values()].map(({ metatype }) => metatype));
  return controllers.flatMap((controller) => {
    if (!controller) return [];
    const prototype = (controller as { prototype: Record<string, unknown> }).prototype;
    return Object.getOwnPropertyNames(prototype).flatMap((name) => {
      const handler = prototype[name];
      if (typeof handler !== 'function' || !Reflect.hasMetadata(METHOD_METADATA, handler)) return [];
      const said = <T>(key: string): T | undefined => (Reflect.getMetadata(key, handler) ?? Reflect.getMetadata(key, controller)) as T | undefined;
      const method = RequestMethod[Reflect.getMetadata(METHOD_METADATA, handler) as number] as Method;
      return listOf(Reflect.getMetadata(PATH_METADATA, controller)).flatMap((base) =>
        listOf(Reflect.getMetadata(PATH_METADATA, handler)).map((own) => ({ method, path: joined('api', base, own), isPublic: said<boolean>(PUBLIC) ?? false, needs: said<Right>(RIGHT) ?? null })),
      );
    });
  });
}

/** An address for a path with placeholders (`:id` or `{id}`), all naming something that does not exist. */
export const addressOf = (path: string): string => path.replace(/:\w+|\{\w+\}/g, '019900ff-0000-7000-8000-00000000dead');
