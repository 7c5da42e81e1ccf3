// Entry point of the api function: API Gateway HTTP API, payload format 2.0.

import { handle } from 'hono/aws-lambda'
import { apiApp } from './app.ts'
import { live } from './deps.ts'

export const handler = handle(apiApp(await live(process.env)))
