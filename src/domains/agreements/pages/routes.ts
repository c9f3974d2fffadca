// The pages of agreements.
import type { SitePage } from '#web/site.ts'

export const pages: SitePage[] = [
  { path: '/agreements', page: () => import('./agreements.tsx') },
  { path: '/agreements/new', page: () => import('./new-agreement.tsx') },
  { path: '/agreements/$id', page: () => import('./agreement.tsx') },
  { path: '/agreements/$id/revision', page: () => import('./revision.tsx') },
]
