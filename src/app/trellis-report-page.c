/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "trellis-report-page.h"

#include "trellis-markdown.h"
#include "trellis-pages-view.h"
#include "trellis-report-builder.h"
#include "trellis-worker.h"

#include <glib/gi18n-lib.h>

#define DELAY 200 /* ms from an edit to new pages */
#define ZOOM_STEP 1.25

struct _TrellisReportPage
{
  TrellisPage parent_instance;

  AdwBanner        *unmet;
  AdwToggleGroup   *mode;
  GtkDropDown      *document;
  GtkStack         *stack;
  TrellisPagesView *pages;
  GtkTextView      *markdown;
  GtkLabel         *position;
  GtkWidget        *zoom_box;

  gboolean      stale; /* the report has changed since the pages were made */
  guint         source;
  GCancellable *cancellable; /* of the pages being made, or NULL */
};

G_DEFINE_FINAL_TYPE (TrellisReportPage, trellis_report_page, TRELLIS_TYPE_PAGE)

static TrellisSession *
get_session (TrellisReportPage *self)
{
  return trellis_page_get_session (TRELLIS_PAGE (self));
}

static void
show_position (TrellisReportPage *self)
{
  guint n = trellis_pages_view_get_n_pages (self->pages);
  /* Translators: the page that is seen, and how many there are. */
  g_autofree char *text
      = g_strdup_printf (_("%u of %u"), trellis_pages_view_get_page (self->pages), n);

  gtk_label_set_label (self->position, n > 0 ? text : "");
}

static void
made_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      data)
{
  g_autoptr (TrellisReportPage) self = data;
  g_autoptr (GError)            error = NULL;
  g_autoptr (TrellisPages)      pages = g_task_propagate_pointer (G_TASK (result), &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  g_clear_object (&self->cancellable);
  if (pages == NULL)
    {
      trellis_session_fail (get_session (self), error->message);
      return;
    }
  trellis_pages_view_set_pages (self->pages, pages);
  show_position (self);
}

static void
make_thread (GTask        *task,
             gpointer      source,
             gpointer      data,
             GCancellable *cancellable)
{
  const TrellisReport    *report = data;
  GError                 *error = NULL;
  TrellisPdfOptions       options = { .author = report->author };
  g_autoptr (TrellisNode) tree
      = trellis_report_build (report, &(TrellisBuildOptions) { .advisor = TRUE });
  TrellisPages *pages = trellis_pages_new (tree, &options, cancellable, &error);

  if (pages != NULL)
    g_task_return_pointer (task, pages, (GDestroyNotify) trellis_pages_unref);
  else
    g_task_return_error (task, error);
}

static void
make_pages (TrellisReportPage *self)
{
  g_autoptr (GTask) task = NULL;

  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();

  task = g_task_new (NULL, self->cancellable, made_cb, g_object_ref (self));
  g_task_set_task_data (task, trellis_report_copy (trellis_session_get_report (get_session (self))),
                        (GDestroyNotify) trellis_report_free);
  trellis_worker_run (task, make_thread);
}

static gboolean
has_names (GListModel        *model,
           const char *const *names)
{
  guint n = model != NULL ? g_list_model_get_n_items (model) : 0;

  if (n != g_strv_length ((char **) names))
    return FALSE;
  for (guint i = 0; i < n; i++)
    if (!g_str_equal (gtk_string_list_get_string (GTK_STRING_LIST (model), i), names[i]))
      return FALSE;

  return TRUE;
}

static void
show_documents (TrellisReportPage *self,
                char             **names)
{
  gboolean several = names[0] != NULL && names[1] != NULL;

  if (!has_names (gtk_drop_down_get_model (self->document), (const char *const *) names))
    {
      g_autoptr (GtkStringList) list = gtk_string_list_new ((const char *const *) names);

      gtk_drop_down_set_model (self->document, G_LIST_MODEL (list));
    }
  gtk_widget_set_visible (GTK_WIDGET (self->document),
                          several
                              && g_str_equal (adw_toggle_group_get_active_name (self->mode),
                                              "markdown"));
}

static void
show_markdown (TrellisReportPage *self)
{
  const TrellisReport    *report = trellis_session_get_report (get_session (self));
  g_auto (GStrv)          names = trellis_report_documents (report, NULL);
  guint                   selected;
  TrellisBuildOptions     options = { 0 };
  g_autoptr (TrellisNode) tree = NULL;
  g_autofree char        *markdown = NULL;

  show_documents (self, names);
  selected = gtk_drop_down_get_selected (self->document);
  if (selected < g_strv_length (names))
    options.document = names[selected];
  tree = trellis_report_build (report, &options);
  markdown = trellis_markdown_write (tree);
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (self->markdown), markdown, -1);
}

static void
show_now (TrellisReportPage *self)
{
  self->stale = FALSE;
  make_pages (self);
  show_markdown (self);
}

static void
timeout_cb (gpointer data)
{
  TrellisReportPage *self = data;

  self->source = 0;
  if (trellis_session_get_report (get_session (self)) != NULL)
    show_now (self);
}

static void
show_unmet (TrellisReportPage *self)
{
  const TrellisCheck *check = trellis_session_get_check (get_session (self));
  guint               n = 0;
  g_autofree char    *title = NULL;

  for (guint i = 0; check != NULL && i < check->criteria->len; i++)
    n += ((const TrellisCriterion *) check->criteria->pdata[i])->status == TRELLIS_CRITERION_UNMET;

  title = g_strdup_printf (ngettext ("%u criterion unmet", "%u criteria unmet", n), n);
  adw_banner_set_title (self->unmet, title);
  adw_banner_set_revealed (self->unmet, n > 0);
}

/* Pages that nobody sees are made when somebody looks. */
static void
trellis_report_page_update (TrellisPage               *page,
                            const TrellisAnnouncement *announcement)
{
  TrellisReportPage *self = TRELLIS_REPORT_PAGE (page);

  self->stale = TRUE;
  g_clear_handle_id (&self->source, g_source_remove);
  if (!gtk_widget_get_mapped (GTK_WIDGET (self)))
    return;
  if (announcement == NULL)
    show_now (self);
  else
    self->source = g_timeout_add_once (DELAY, timeout_cb, self);
}

static void
trellis_report_page_checked (TrellisPage *page)
{
  show_unmet (TRELLIS_REPORT_PAGE (page));
}

static void
trellis_report_page_map (GtkWidget *widget)
{
  TrellisReportPage *self = TRELLIS_REPORT_PAGE (widget);

  GTK_WIDGET_CLASS (trellis_report_page_parent_class)->map (widget);
  if (trellis_session_get_report (get_session (self)) == NULL)
    return;

  if (self->stale)
    show_now (self);
  show_unmet (self);
}

static void
mode_cb (TrellisReportPage *self)
{
  const char *name = adw_toggle_group_get_active_name (self->mode);

  if (name == NULL || get_session (self) == NULL)
    return;

  gtk_stack_set_visible_child_name (self->stack, name);
  gtk_widget_set_visible (self->zoom_box, g_str_equal (name, "pages"));
  gtk_widget_set_visible (GTK_WIDGET (self->position), g_str_equal (name, "pages"));
  if (trellis_session_get_report (get_session (self)) != NULL)
    show_markdown (self);
}

static void
document_cb (TrellisReportPage *self)
{
  if (get_session (self) != NULL && trellis_session_get_report (get_session (self)) != NULL
      && gtk_widget_get_visible (GTK_WIDGET (self->document)))
    show_markdown (self);
}

static void
zoom_cb (GtkWidget  *widget,
         const char *action,
         GVariant   *parameter)
{
  TrellisReportPage *self = TRELLIS_REPORT_PAGE (widget);
  double             scale = trellis_pages_view_get_scale (self->pages);

  if (g_str_equal (action, "page.zoom-fit"))
    trellis_pages_view_set_zoom (self->pages, 0);
  else if (g_str_equal (action, "page.zoom-in"))
    trellis_pages_view_set_zoom (self->pages, MIN (scale * ZOOM_STEP, 4));
  else
    trellis_pages_view_set_zoom (self->pages, MAX (scale / ZOOM_STEP, 0.25));
}

static void
copy_cb (GtkWidget  *widget,
         const char *action,
         GVariant   *parameter)
{
  TrellisReportPage *self = TRELLIS_REPORT_PAGE (widget);
  GtkTextBuffer     *buffer = gtk_text_view_get_buffer (self->markdown);
  GtkTextIter        start, end;
  g_autofree char   *text = NULL;

  gtk_text_buffer_get_bounds (buffer, &start, &end);
  text = gtk_text_buffer_get_text (buffer, &start, &end, FALSE);
  gdk_clipboard_set_text (gtk_widget_get_clipboard (widget), text);
}

static void
trellis_report_page_dispose (GObject *object)
{
  TrellisReportPage *self = TRELLIS_REPORT_PAGE (object);

  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_handle_id (&self->source, g_source_remove);

  G_OBJECT_CLASS (trellis_report_page_parent_class)->dispose (object);
}

static void
add_zoom_key (GtkWidgetClass *klass,
              guint           key,
              const char     *action)
{
  gtk_widget_class_add_binding_action (klass, key, GDK_CONTROL_MASK, action, NULL);
}

static void
trellis_report_page_class_init (TrellisReportPageClass *klass)
{
  GtkWidgetClass   *widget_class = GTK_WIDGET_CLASS (klass);
  TrellisPageClass *page_class = TRELLIS_PAGE_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = trellis_report_page_dispose;
  widget_class->map = trellis_report_page_map;
  page_class->update = trellis_report_page_update;
  page_class->checked = trellis_report_page_checked;

  gtk_widget_class_install_action (widget_class, "page.zoom-in", NULL, zoom_cb);
  gtk_widget_class_install_action (widget_class, "page.zoom-out", NULL, zoom_cb);
  gtk_widget_class_install_action (widget_class, "page.zoom-fit", NULL, zoom_cb);
  gtk_widget_class_install_action (widget_class, "page.copy", NULL, copy_cb);
  add_zoom_key (widget_class, GDK_KEY_plus, "page.zoom-in");
  add_zoom_key (widget_class, GDK_KEY_equal, "page.zoom-in");
  add_zoom_key (widget_class, GDK_KEY_KP_Add, "page.zoom-in");
  add_zoom_key (widget_class, GDK_KEY_minus, "page.zoom-out");
  add_zoom_key (widget_class, GDK_KEY_KP_Subtract, "page.zoom-out");
  add_zoom_key (widget_class, GDK_KEY_0, "page.zoom-fit");

  g_type_ensure (TRELLIS_TYPE_PAGES_VIEW);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/trellis_app/Trellis/ui/report-page.ui");
  gtk_widget_class_bind_template_child (widget_class, TrellisReportPage, unmet);
  gtk_widget_class_bind_template_child (widget_class, TrellisReportPage, mode);
  gtk_widget_class_bind_template_child (widget_class, TrellisReportPage, document);
  gtk_widget_class_bind_template_child (widget_class, TrellisReportPage, stack);
  gtk_widget_class_bind_template_child (widget_class, TrellisReportPage, pages);
  gtk_widget_class_bind_template_child (widget_class, TrellisReportPage, markdown);
  gtk_widget_class_bind_template_child (widget_class, TrellisReportPage, position);
  gtk_widget_class_bind_template_child (widget_class, TrellisReportPage, zoom_box);
  gtk_widget_class_bind_template_callback (widget_class, mode_cb);
  gtk_widget_class_bind_template_callback (widget_class, document_cb);
  gtk_widget_class_bind_template_callback (widget_class, show_position);
}

static void
trellis_report_page_init (TrellisReportPage *self)
{
  self->stale = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
}

/* Whether the pages are those of the report as it is. */
gboolean
trellis_report_page_is_ready (TrellisReportPage *self)
{
  g_return_val_if_fail (TRELLIS_IS_REPORT_PAGE (self), FALSE);

  return !self->stale && self->cancellable == NULL;
}
