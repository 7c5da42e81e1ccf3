// What a browser's form sent. Every form of ours is sent as application/x-www-form-urlencoded; a body of another kind has
// none of the fields, and is refused by the code that misses them.

import type { Context } from 'hono'

export const formFields = async (c: Context): Promise<URLSearchParams> => new URLSearchParams(await c.req.text())
