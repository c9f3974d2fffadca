// The public pages that the server renders: each takes the reader and its data, and answers complete HTML.
export { frontPage } from './front.tsx'
