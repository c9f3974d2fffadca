// The platform's own promises kept: who am I, how long work is getting on.
import { readFileSync } from 'node:fs'
import { platformApi } from './api.ts'
import { nobody } from './auth/viewer.ts'
import { serve, type Routes } from './http/serve.ts'
import { cancelWork, findWork, listWork } from './jobs/work.ts'

export const version: string = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')).version

export const platformRoutes = (name: string): Routes => serve(platformApi, {
  me: async ({ viewer, visit }) => ({ viewer: viewer.id === nobody ? null : viewer, csrf: visit.csrf, instance: { name, version } }),
  works: ({ db, viewer }) => listWork(db, viewer),
  work: ({ db, viewer }, { params }) => findWork(db, viewer, params.id),
  cancelWork: ({ db, viewer }, { params }) => cancelWork(db, viewer, params.id),
})
