// The columns of each sheet and their spellings (https://xlsform.org/en/ref-table/, https://docs.getodk.org/xlsform/).
// A key is the spelling that docs.getodk.org uses and that an export writes.

import { headersOf } from './header.ts'

const media = {
  image: 'media::image bind::image',
  'big-image': 'media::big-image',
  audio: 'media::audio',
  video: 'media::video',
}

export const surveyHeaders = headersOf({
  plain: {
    type: 'command',
    name: 'tag value',
    required: 'bind::required',
    relevant: 'relevance bind::relevant',
    constraint: 'bind::constraint',
    calculation: 'calculate bind::calculate',
    read_only: 'readonly bind::readonly',
    default: '',
    appearance: 'control::appearance body::appearance',
    parameters: '',
    choice_filter: '',
    repeat_count: 'count jr:count control::jr:count body::jr:count',
    trigger: '',
    disabled: '',
    // Our own.
    score: '',
    finding: '',
    finding_severity: '',
    finding_due_days: '',
    consistency: '',
    indicator: '',
  },
  translated: {
    label: 'caption',
    hint: '',
    guidance_hint: '',
    required_message: 'requiredmsg bind::jr:requiredmsg jr:requiredmsg',
    constraint_message: 'constraining_message bind::jr:constraintmsg jr:constraintmsg',
    ...media,
    finding_message: '',
    finding_action: '',
    consistency_message: '',
  },
  kept: [
    'save_to',
    'intent',
    'autoplay',
    'rows',
    'query',
    'compact_tag',
    'no_app_error_string',
    'noAppErrorString',
    'sms_field',
    'sms_option',
    'sms_separator',
    'sms_allow_media',
    'sms_date_format',
    'sms_datetime_format',
    'sms_response',
    'note',
    'notes',
    'comment',
    'comments',
  ],
  keptPrefixes: ['bind', 'control', 'body', 'instance', 'media'],
})

export const choiceHeaders = headersOf({
  plain: { list_name: 'list listname', name: 'value' },
  translated: { label: 'caption', ...media },
  kept: [],
  keptPrefixes: ['media'],
})

export const settingsHeaders = headersOf({
  plain: {
    form_id: 'id_string set_form_id',
    version: '',
    default_language: '',
    instance_name: '',
    style: '',
    name: '',
    allow_choice_duplicates: '',
  },
  // Translated titles are our own.
  translated: { form_title: 'title set_form_title' },
  kept: [
    'public_key',
    'submission_url',
    'auto_send',
    'auto_delete',
    'instance_id',
    'instance_xmlns',
    'namespaces',
    'omit_instanceid',
    'client_editable',
    'clean_text_values',
    'add_none_option',
    'flat',
    'prefix',
    'delimiter',
    'sms_keyword',
    'sms_separator',
    'sms_allow_media',
    'sms_date_format',
    'sms_datetime_format',
    'sms_response',
  ],
  keptPrefixes: ['attribute', 'instance'],
})

export const sheetNames = ['survey', 'choices', 'settings', 'external_choices', 'entities', 'osm'] as const
export type SheetName = (typeof sheetNames)[number]
