// The pages of dues and of hosting.
import type { SitePage } from '#web/site.ts'

export const pages: SitePage[] = [
  { path: '/alliances/$id/dues', page: () => import('./dues.tsx') },
  { path: '/alliances/$id/dues/$organisation', page: () => import('./statement.tsx') },
  { path: '/alliances/$id/hosting', page: () => import('./hosting.tsx') },
  { path: '/dues-years/$id', page: () => import('./year.tsx') },
]
