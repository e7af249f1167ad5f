/// How a new book looks. No colours of its own but one gray that is readable on white and on black (4.5:1 and more on both),
/// so that a reading system's themes work; no left or right, so that right-to-left works.
enum EPUBBookStyle {
    static let sheet = """
        html { font-size: 100%; }
        body {
          margin: 0 5%;
          line-height: 1.6;
          -webkit-hyphens: auto; -epub-hyphens: auto; hyphens: auto;
          widows: 2; orphans: 2;
          overflow-wrap: break-word;
        }
        :lang(zh), :lang(ja), :lang(ko), :lang(th) { -webkit-hyphens: none; hyphens: none; line-height: 1.75; }

        h1, h2 {
          margin: 0;
          line-height: 1.25;
          font-weight: normal;
          text-align: center;
          text-indent: 0;
          -webkit-hyphens: none; hyphens: none;
          page-break-after: avoid; break-after: avoid;
          page-break-inside: avoid; break-inside: avoid;
        }
        h1 { font-size: 1.6em; margin: 3em 0 1.6em; text-wrap: balance; }
        h2 { font-size: 1.2em; margin: 2em 0 0.8em; }

        p { margin: 0; text-indent: 1.5em; }
        p.first, .break + p, h1 + p, h2 + p { text-indent: 0; }
        :lang(zh) p, :lang(zh) p.first { text-indent: 2em; }
        :lang(ja) p, :lang(ja) p.first { text-indent: 1em; }

        .break { margin: 1.5em 0; text-align: center; text-indent: 0; letter-spacing: 0.2em; page-break-after: avoid; break-after: avoid; }

        ul { margin: 0.8em 0; padding: 0 1.5em; }
        code { font-family: monospace; font-size: 0.9em; -webkit-hyphens: none; hyphens: none; }

        .source { color: #767676; font-size: 0.85em; }
        p.source { margin: 0.2em 0 1em; text-indent: 0; }
        .source + p { text-indent: 0; }
        p.subtitle { margin: -2em 0 2.4em; text-align: center; }
        h2 + p.subtitle { margin: -0.7em 0 1em; }
        .untranslated { color: #767676; }

        nav ol { list-style: none; margin: 0; padding: 0; }
        nav li { margin: 0; padding: 0.35em 0; }
        nav a { text-decoration: none; color: inherit; }

        body.cover { text-align: center; -webkit-hyphens: none; hyphens: none; }
        .cover section { padding: 28% 0 0; padding: 24vh 0 0; }
        .cover p { text-indent: 0; margin: 0; }
        .cover .title { max-width: 11em; margin: 0 auto; font-size: 2.3em; line-height: 1.2; text-wrap: balance; }
        .cover .original { font-size: 1.1em; margin-top: 1.2em; letter-spacing: 0.15em; color: #767676; }
        .cover .rule { width: 4em; margin: 3em auto; border-top: 1px solid; }
        .cover .author { font-size: 1.1em; letter-spacing: 0.05em; }

        .colophon p { text-indent: 0; margin: 0 0 0.8em; font-size: 0.9em; }

        """
}
