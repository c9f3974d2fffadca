// The pages of signing.
import type { SitePage } from '#web/site.ts'

export const pages: SitePage[] = [
  { path: '/agreements/$id/signing', page: () => import('./signing.tsx') },
  { path: '/organisations/$id/signing', page: () => import('./ways.tsx') },
]
