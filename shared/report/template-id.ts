// The ids that templates and their roles go by. Apart from template.ts, so that who only names a template doesn't load what it is.

import * as v from 'valibot'

const Id = v.pipe(v.string(), v.regex(/^[a-z][a-z0-9-]{0,39}$/))

/** "results", "cells": what a campaign is to a report. */
export const RoleKey = Id
export const TemplateId = Id
