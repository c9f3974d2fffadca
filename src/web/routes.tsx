// The map of the site: the shell's own pages, and those of each domain's `pages/routes.ts`, which exports `pages`.
import type { SitePage } from './site.ts'

const own: SitePage[] = [
  { path: '/kit', page: () => import('./kit/gallery.tsx') },
  { path: '/waiting', page: () => import('./offline/waiting-page.tsx') },
]

const ofDomains = import.meta.glob<SitePage[]>('../domains/*/pages/routes.ts', { eager: true, import: 'pages' })

export const sitePages: SitePage[] = [...own, ...Object.values(ofDomains).flat()]
