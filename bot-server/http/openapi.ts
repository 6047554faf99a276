/** The list of endpoints as OpenAPI 3.1, made from the very values that the server binds. */

import * as z from 'zod/mini';
import { api, otherRoutes } from '#contract/api.ts';
import type { Access, Endpoint } from '#contract/endpoint.ts';
import { failures } from '#contract/failure.ts';

type Json = Record<string, unknown>;

const schemaOf = (type: z.ZodMiniType, io: 'input' | 'output'): Json => {
  const { $schema: _, ...schema } = z.toJSONSchema(type, { io, unrepresentable: 'any' }) as Json;
  return schema;
};

const pathOf = (path: string): string => path.replace(/\{\/\*(\w+)\}/g, '/{$1}').replace(/:(\w+)/g, '{$1}');

const accessWords = (access: Access): string =>
  access === 'public'
    ? 'Everybody.'
    : access === 'person'
      ? 'Anybody signed in.'
      : `Roles: ${access.join(', ')}.`;

export function openApiOf(publicUrl: string): Json {
  const paths: Record<string, Json> = {};
  for (const [name, value] of Object.entries(api)) {
    const one: Endpoint = value;
    const input = schemaOf(one.input, 'input') as { properties?: Record<string, Json>; required?: string[] };
    const inPath = [...one.path.matchAll(/:(\w+)/g)].map((match) => match[1]!);
    const rest = Object.entries(input.properties ?? {}).filter(([key]) => !inPath.includes(key));
    const inQuery = one.method === 'GET' || one.method === 'DELETE';
    const required = (input.required ?? []).filter((key) => !inPath.includes(key));
    const operation: Json = {
      operationId: name,
      summary: one.does,
      description: accessWords(one.access),
      security: one.access === 'public' ? [] : [{ session: [] }],
      parameters: [
        ...inPath.map((key) => ({
          name: key,
          in: 'path',
          required: true,
          schema: input.properties?.[key] ?? {},
        })),
        ...(inQuery
          ? rest.map(([key, schema]) => ({
              name: key,
              in: 'query',
              required: required.includes(key),
              schema,
            }))
          : []),
      ],
      ...(inQuery || rest.length === 0
        ? {}
        : {
            requestBody: {
              required: true,
              content: {
                'application/json': {
                  schema: {
                    type: 'object',
                    properties: Object.fromEntries(rest),
                    required,
                    additionalProperties: false,
                  },
                },
              },
            },
          }),
      responses: {
        200: {
          description: 'Done.',
          content: { 'application/json': { schema: schemaOf(one.output, 'output') } },
        },
        default: {
          description: 'Refused.',
          content: { 'application/json': { schema: { $ref: '#/components/schemas/Failure' } } },
        },
      },
    };
    const path = pathOf(one.path);
    paths[path] = { ...paths[path], [one.method.toLowerCase()]: operation };
  }
  for (const route of otherRoutes) {
    const method = route.method === 'ALL' ? 'post' : route.method.toLowerCase();
    const path = pathOf(route.path);
    paths[path] = {
      ...paths[path],
      [method]: { summary: route.does, 'x-kind': route.kind, responses: { 200: { description: 'Done.' } } },
    };
  }
  return {
    openapi: '3.1.0',
    info: { title: 'Sáng kiến, sáng tạo', version: '1' },
    servers: [{ url: publicUrl }],
    paths,
    components: {
      securitySchemes: { session: { type: 'http', scheme: 'bearer' } },
      schemas: {
        Failure: {
          type: 'object',
          properties: {
            error: {
              type: 'object',
              properties: {
                code: { enum: Object.keys(failures) },
                message: { type: 'string' },
                fields: {
                  type: 'array',
                  items: {
                    type: 'object',
                    properties: { field: { type: 'string' }, message: { type: 'string' } },
                  },
                },
                facts: { type: 'object' },
                requestId: { type: 'string' },
              },
              required: ['code', 'message'],
            },
          },
        },
      },
    },
  };
}
