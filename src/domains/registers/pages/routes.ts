// The pages of registers: bringing one in, and what became of it.
import type { SitePage } from '#web/site.ts'

export const pages: SitePage[] = [
  { path: '/import', page: () => import('./import.tsx') },
  { path: '/import/$id', page: () => import('./run.tsx') },
]
