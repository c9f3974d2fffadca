// The pages of signing.
import type { SitePage } from '#web/site.ts'

export const pages: SitePage[] = [
  { path: '/agreements/$id/signing', page: () => import('./signing.tsx') },
  { path: '/organisations/$id/signing', page: () => import('./ways.tsx') },
  { path: '/ceremonies', page: () => import('./ceremony/ceremonies.tsx') },
  { path: '/ceremonies/new', page: () => import('./ceremony/new-ceremony.tsx') },
  { path: '/ceremonies/$id', page: () => import('./ceremony/ceremony.tsx') },
  { path: '/ceremonies/$id/change', page: () => import('./ceremony/change-ceremony.tsx') },
  { path: '/ceremonies/$id/live', page: () => import('./ceremony/live.tsx') },
]
