"""The whole book as static pages: values here, layout in templates/site/."""
