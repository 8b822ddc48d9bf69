/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "trellis-plan-editor.h"

#include "trellis-commands.h"

struct _TrellisPlanEditor
{
  GObject parent_instance;

  TrellisSession *session;
  gint64          section_id;
  TrellisPlan    *plan; /* as it was read last */
};

G_DEFINE_FINAL_TYPE (TrellisPlanEditor, trellis_plan_editor, G_TYPE_OBJECT)

static const TrellisSection *
get_section (TrellisPlanEditor *self)
{
  const TrellisReport *report = trellis_session_get_report (self->session);

  return report != NULL ? trellis_report_find (report, &trellis_section_type, self->section_id)
                        : NULL;
}

static TrellisPlanStyle
get_style (TrellisPlanEditor *self)
{
  const TrellisReport  *report = trellis_session_get_report (self->session);
  const TrellisSection *section = get_section (self);

  return (TrellisPlanStyle) {
    .level = section != NULL ? section->level + 1 : 2,
    .russian = report != NULL && g_str_has_prefix (report->language, "ru"),
  };
}

static void
trellis_plan_editor_dispose (GObject *object)
{
  TrellisPlanEditor *self = TRELLIS_PLAN_EDITOR (object);

  g_clear_pointer (&self->plan, trellis_plan_free);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (trellis_plan_editor_parent_class)->dispose (object);
}

static void
trellis_plan_editor_class_init (TrellisPlanEditorClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = trellis_plan_editor_dispose;
}

static void
trellis_plan_editor_init (TrellisPlanEditor *self)
{
}

TrellisPlanEditor *
trellis_plan_editor_new (TrellisSession *session,
                         gint64          section_id)
{
  TrellisPlanEditor *self = g_object_new (TRELLIS_TYPE_PLAN_EDITOR, NULL);

  self->session = g_object_ref (session);
  self->section_id = section_id;
  return self;
}

TrellisSession *
trellis_plan_editor_get_session (TrellisPlanEditor *self)
{
  g_return_val_if_fail (TRELLIS_IS_PLAN_EDITOR (self), NULL);

  return self->session;
}

gint64
trellis_plan_editor_get_section (TrellisPlanEditor *self)
{
  g_return_val_if_fail (TRELLIS_IS_PLAN_EDITOR (self), 0);

  return self->section_id;
}

/* The parts of the section's text as it is now; until the next call. */
const TrellisPlan *
trellis_plan_editor_get_plan (TrellisPlanEditor *self)
{
  const TrellisSection *section;
  const char           *text;

  g_return_val_if_fail (TRELLIS_IS_PLAN_EDITOR (self), NULL);

  section = get_section (self);
  text = section != NULL ? section->text : "";
  if (self->plan != NULL && g_str_equal (self->plan->text, text))
    return self->plan;

  g_clear_pointer (&self->plan, trellis_plan_free);
  self->plan = trellis_plan_new (text);
  return self->plan;
}

/* Returns: (transfer full): empty where nothing is written */
char *
trellis_plan_editor_get (TrellisPlanEditor *self,
                         TrellisPlanKind    kind,
                         guint              index,
                         TrellisPlanField   field)
{
  const TrellisPlan     *plan = trellis_plan_editor_get_plan (self);
  const TrellisPlanPart *part = trellis_plan_get (plan, kind, index);
  char                  *value = part != NULL ? trellis_plan_get_field (plan, part, field) : NULL;

  return value != NULL ? value : g_strdup ("");
}

/* The section's text with another value there. What is written about the skill for the first time
 * comes to be. Returns: (transfer full) */
char *
trellis_plan_editor_compose (TrellisPlanEditor *self,
                             TrellisPlanKind    kind,
                             guint              index,
                             TrellisPlanField   field,
                             const char        *value)
{
  const TrellisPlan     *plan = trellis_plan_editor_get_plan (self);
  const TrellisPlanPart *part = trellis_plan_get (plan, kind, index);
  TrellisPlanStyle       style = get_style (self);

  if (part != NULL)
    return trellis_plan_set_field (plan, part, field, value, &style);
  if (kind == TRELLIS_PLAN_ABOUT && *value != '\0')
    return trellis_plan_add (plan, kind, value, &style);
  return g_strdup (plan->text);
}

/* A change of its own: nothing that is typed becomes one with it. */
static gboolean
commit (TrellisPlanEditor *self,
        const char        *text)
{
  TrellisStore *store = trellis_session_get_store (self->session);
  GError       *error = NULL;

  if (text == NULL || g_str_equal (text, trellis_plan_editor_get_plan (self)->text))
    return FALSE;

  trellis_store_end_merge (store);
  trellis_commands_set_text (store, &trellis_section_type, self->section_id, "text", text, &error);
  trellis_store_end_merge (store);
  return trellis_session_report_error (self->session, error);
}

void
trellis_plan_editor_set (TrellisPlanEditor *self,
                         TrellisPlanKind    kind,
                         guint              index,
                         TrellisPlanField   field,
                         const char        *value)
{
  g_autofree char *text = NULL;

  g_return_if_fail (TRELLIS_IS_PLAN_EDITOR (self));

  trellis_session_flush (self->session);
  text = trellis_plan_editor_compose (self, kind, index, field, value);
  commit (self, text);
}

/* Returns: whether it is there now */
gboolean
trellis_plan_editor_add (TrellisPlanEditor *self,
                         TrellisPlanKind    kind,
                         const char        *name)
{
  TrellisPlanStyle style;
  g_autofree char *text = NULL;

  g_return_val_if_fail (TRELLIS_IS_PLAN_EDITOR (self), FALSE);

  trellis_session_flush (self->session);
  style = get_style (self);
  text = trellis_plan_add (trellis_plan_editor_get_plan (self), kind, name, &style);
  return commit (self, text);
}

gboolean
trellis_plan_editor_remove (TrellisPlanEditor *self,
                            TrellisPlanKind    kind,
                            guint              index)
{
  const TrellisPlan     *plan;
  const TrellisPlanPart *part;
  g_autofree char       *text = NULL;

  g_return_val_if_fail (TRELLIS_IS_PLAN_EDITOR (self), FALSE);

  trellis_session_flush (self->session);
  plan = trellis_plan_editor_get_plan (self);
  part = trellis_plan_get (plan, kind, index);
  text = part != NULL ? trellis_plan_remove (plan, part) : NULL;
  return commit (self, text);
}

/* Changes places with the next one of its kind (@by 1) or the one before (-1).
 * Returns: whether it has moved */
gboolean
trellis_plan_editor_move (TrellisPlanEditor *self,
                          TrellisPlanKind    kind,
                          guint              index,
                          int                by)
{
  const TrellisPlan     *plan;
  const TrellisPlanPart *part;
  g_autofree char       *text = NULL;

  g_return_val_if_fail (TRELLIS_IS_PLAN_EDITOR (self), FALSE);

  trellis_session_flush (self->session);
  plan = trellis_plan_editor_get_plan (self);
  part = trellis_plan_get (plan, kind, index);
  text = part != NULL ? trellis_plan_move (plan, part, by) : NULL;
  return commit (self, text);
}
