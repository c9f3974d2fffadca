// Builds the two bundles of the web: the client, and the public pages that the server renders. One command makes both.
import { resolve } from 'node:path'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'

const root = resolve(import.meta.dirname, 'src/web')
const at = (path: string) => resolve(import.meta.dirname, path)

export default defineConfig({
  root,
  base: '/',
  publicDir: at('src/web/static'),
  plugins: [react()],
  builder: {
    buildApp: async (builder) => {
      await builder.build(builder.environments['client']!)
      await builder.build(builder.environments['pages']!)
      await builder.build(builder.environments['worker']!)
    },
  },
  build: { emptyOutDir: true, target: 'es2022', modulePreload: { polyfill: false }, assetsInlineLimit: 0, reportCompressedSize: false },
  environments: {
    client: {
      build: {
        outDir: at('dist/client'),
        manifest: true,
        rollupOptions: {
          input: { app: at('src/web/index.html'), public: at('src/web/public/public.css'), han: at('src/web/public/han.css') },
          // What most pages use comes in one file: many small ones pack badly, and each costs a request.
          output: { codeSplitting: { groups: [{ name: 'kit', test: /src[\\/](web|platform)[\\/].*\.(tsx?|css)$|node_modules/, minShareCount: 8 }] } },
        },
      },
    },
    // One file with a lasting address at the root: what it may answer for is what lies beneath it.
    worker: {
      consumer: 'client',
      build: {
        outDir: at('dist/client'),
        emptyOutDir: false,
        copyPublicDir: false,
        rollupOptions: { input: { worker: at('src/web/offline/worker.ts') }, output: { format: 'iife', entryFileNames: '[name].js' } },
      },
    },
    pages: {
      consumer: 'server',
      // Everything but React goes into the bundle: drawing a page needs no package that is here only for building.
      resolve: { noExternal: [/^d3-/, 'internmap', 'topojson-client', 'world-atlas'] },
      build: {
        outDir: at('dist/public'),
        ssr: true,
        copyPublicDir: false,
        rollupOptions: { input: { pages: at('src/web/public/pages.ts') }, output: { entryFileNames: '[name].js' } },
      },
    },
  },
})
