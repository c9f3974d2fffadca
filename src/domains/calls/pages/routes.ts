// The pages of calls.
import type { SitePage } from '#web/site.ts'

export const pages: SitePage[] = [
  { path: '/calls', page: () => import('./calls.tsx') },
  { path: '/calls/new', page: () => import('./new-call.tsx') },
  { path: '/calls/$id', page: () => import('./call.tsx') },
  { path: '/calls/$id/write', page: () => import('./write-call.tsx') },
  { path: '/calls/$id/answers/$organisation', page: () => import('./answer.tsx') },
  { path: '/calls/$id/readings/$reading', page: () => import('./reading.tsx') },
]
