internal import CFreeType
internal import CHarfBuzz
internal import Text

/// The C handles of a font: FreeType reads the file and knows the advances, HarfBuzz chooses and places the glyphs.
///
/// Not to be shared between tasks.
final class FontShaper {
    /// The file: FreeType reads from it for as long as the face lives.
    private let bytes: UnsafeMutableBufferPointer<UInt8>
    private let library: FT_Library
    private let face: FT_Face
    private let font: OpaquePointer
    private let buffer: OpaquePointer
    /// What pixels are multiplied by, where a font of bitmaps has no such size.
    private let scale: Double

    private static let damaged = FontFailure(
        code: .notAFont,
        message: "The file is no font that can be read, or it is damaged. Name a TrueType, OpenType or bitmap font."
    )

    init(_ file: [UInt8], size: Double) throws(FontFailure) {
        var library: FT_Library?
        guard !file.isEmpty, FT_Init_FreeType(&library) == 0, let library else { throw Self.damaged }
        let bytes = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: file.count)
        _ = bytes.initialize(from: file)
        var opened: FT_Face?
        let failed = FT_New_Memory_Face(library, bytes.baseAddress, FT_Long(bytes.count), 0, &opened)
        guard failed == 0, let face = opened else {
            FT_Done_FreeType(library)
            bytes.deallocate()
            throw Self.damaged
        }
        let sized = Self.choose(size, for: face)
        let isMapped = Self.chooseCharacters(of: face)
        guard let sized, isMapped else {
            FT_Done_Face(face)
            FT_Done_FreeType(library)
            bytes.deallocate()
            if sized == nil { throw Self.damaged }
            throw FontFailure(
                code: .noCharacters,
                message: "The font does not say which glyph a character has. Name a font for text."
            )
        }
        // HarfBuzz gives no null: what it cannot make is an empty one.
        guard let tables = hb_face_create_for_tables(Self.table, UnsafeMutableRawPointer(face), nil),
            let font = hb_font_create(tables), let functions = hb_font_funcs_create(), let buffer = hb_buffer_create()
        else {
            FT_Done_Face(face)
            FT_Done_FreeType(library)
            bytes.deallocate()
            throw Self.damaged
        }
        hb_face_destroy(tables)
        hb_font_set_scale(font, Int32(sized * 64), Int32(sized * 64))
        hb_font_funcs_set_nominal_glyph_func(functions, Self.nominal, nil, nil)
        hb_font_funcs_set_variation_glyph_func(functions, Self.variation, nil, nil)
        hb_font_funcs_set_glyph_h_advance_func(functions, Self.advance, nil, nil)
        hb_font_set_funcs(font, functions, UnsafeMutableRawPointer(face), nil)
        hb_font_funcs_destroy(functions)
        self.bytes = bytes
        self.library = library
        self.face = face
        self.font = font
        self.buffer = buffer
        scale = size / sized
    }

    deinit {
        hb_buffer_destroy(buffer)
        hb_font_destroy(font)
        FT_Done_Face(face)
        FT_Done_FreeType(library)
        bytes.deallocate()
    }

    /// The advance of a text in pixels, and the offsets of scalars without a glyph.
    func shape(_ scalars: [UInt32]) -> FontFace.Measure {
        var measure = FontFace.Measure(width: 0, missing: [])
        for (range, script) in Self.runs(scalars) { shape(scalars, range, script, into: &measure) }
        measure.width = max(0, measure.width)
        return measure
    }

    private func shape(
        _ scalars: [UInt32],
        _ range: Range<Int>,
        _ script: hb_script_t,
        into measure: inout FontFace.Measure
    ) {
        hb_buffer_clear_contents(buffer)
        hb_buffer_set_cluster_level(buffer, HB_BUFFER_CLUSTER_LEVEL_CHARACTERS)
        scalars.withUnsafeBufferPointer { scalars in
            // The whole is given as context: letters of Arabic join across the ends of a run.
            hb_buffer_add_codepoints(
                buffer,
                scalars.baseAddress,
                Int32(scalars.count),
                UInt32(range.lowerBound),
                Int32(range.count)
            )
        }
        hb_buffer_set_script(buffer, script)
        let direction = hb_script_get_horizontal_direction(script)
        hb_buffer_set_direction(buffer, direction == HB_DIRECTION_INVALID ? HB_DIRECTION_LTR : direction)
        hb_buffer_set_language(buffer, hb_language_from_string("und", -1))
        hb_shape(font, buffer, nil, 0)
        var count: UInt32 = 0
        guard let glyphs = hb_buffer_get_glyph_infos(buffer, &count),
            let places = hb_buffer_get_glyph_positions(buffer, &count)
        else { return }
        var width = 0
        var missing: Set<Int> = []
        for index in 0..<Int(count) {
            width += Int(places[index].x_advance)
            let scalar = Int(glyphs[index].cluster)
            if glyphs[index].codepoint == 0, range.contains(scalar), Self.isSeen(scalars[scalar]) {
                missing.insert(scalar)
            }
        }
        measure.width += Double(width) / 64 * scale
        measure.missing += missing.sorted()
    }

    /// Runs of one script: marks, digits and spaces belong to what stands before them.
    private static func runs(_ scalars: [UInt32]) -> [(Range<Int>, hb_script_t)] {
        let functions = hb_unicode_funcs_get_default()
        var runs: [(Range<Int>, hb_script_t)] = []
        var start = 0
        var current = HB_SCRIPT_COMMON
        for (index, scalar) in scalars.enumerated() {
            let script = hb_unicode_script(functions, scalar)
            if script == HB_SCRIPT_COMMON || script == HB_SCRIPT_INHERITED || script == HB_SCRIPT_UNKNOWN { continue }
            if current == HB_SCRIPT_COMMON {
                current = script
            } else if script != current {
                runs.append((start..<index, current))
                (start, current) = (index, script)
            }
        }
        runs.append((start..<scalars.count, current))
        return runs
    }

    /// Whether a reader would see a box where a scalar has no glyph.
    private static func isSeen(_ value: UInt32) -> Bool {
        guard let scalar = Unicode.Scalar(value) else { return true }
        if scalar.properties.isDefaultIgnorableCodePoint { return false }
        switch scalar.properties.generalCategory {
        case .control, .format, .spaceSeparator, .lineSeparator, .paragraphSeparator, .surrogate: return false
        default: return true
        }
    }

    /// Sets the size, for a font of bitmaps the one that is nearest; nil for a font without any.
    private static func choose(_ size: Double, for face: FT_Face) -> Double? {
        if isScalable(face) {
            guard FT_Set_Char_Size(face, 0, FT_F26Dot6((size * 64).rounded()), 72, 72) == 0 else { return nil }
            return (size * 64).rounded() / 64
        }
        guard let sizes = face.pointee.available_sizes, face.pointee.num_fixed_sizes > 0 else { return nil }
        let all = (0..<Int(face.pointee.num_fixed_sizes)).map { (index: $0, pixels: Double(sizes[$0].y_ppem) / 64) }
        guard let nearest = all.min(by: { abs($0.pixels - size) < abs($1.pixels - size) }),
            FontFace.sizes.contains(nearest.pixels), FT_Select_Size(face, FT_Int(nearest.index)) == 0
        else { return nil }
        return nearest.pixels
    }

    /// FreeType takes Unicode's table when there is one; else any will do, such as that of a font of symbols.
    private static func chooseCharacters(of face: FT_Face) -> Bool {
        if face.pointee.charmap != nil { return true }
        guard face.pointee.num_charmaps > 0, let first = face.pointee.charmaps?[0] else { return false }
        return FT_Set_Charmap(face, first) == 0
    }

    /// FT_FACE_FLAG_SCALABLE.
    private static func isScalable(_ face: FT_Face) -> Bool { face.pointee.face_flags & 1 != 0 }
}

// What HarfBuzz asks of FreeType.
extension FontShaper {
    private typealias Table = @convention(c) (OpaquePointer?, hb_tag_t, UnsafeMutableRawPointer?) -> OpaquePointer?

    private static let table: Table = { _, tag, data in
        guard tag != 0, let face = data?.assumingMemoryBound(to: FT_FaceRec_.self) else { return nil }
        var length: FT_ULong = 0
        guard FT_Load_Sfnt_Table(face, FT_ULong(tag), 0, nil, &length) == 0, length > 0,
            length <= FT_ULong(FontFace.mostBytes)
        else { return nil }
        let bytes = UnsafeMutablePointer<UInt8>.allocate(capacity: Int(length))
        guard FT_Load_Sfnt_Table(face, FT_ULong(tag), 0, bytes, &length) == 0 else {
            bytes.deallocate()
            return nil
        }
        return bytes.withMemoryRebound(to: CChar.self, capacity: Int(length)) { characters in
            hb_blob_create(characters, UInt32(length), HB_MEMORY_MODE_READONLY, UnsafeMutableRawPointer(bytes)) {
                $0?.deallocate()
            }
        }
    }

    private static let nominal: hb_font_get_nominal_glyph_func_t = { _, data, scalar, glyph, _ in
        guard let face = data?.assumingMemoryBound(to: FT_FaceRec_.self) else { return 0 }
        let index = FT_Get_Char_Index(face, FT_ULong(scalar))
        glyph?.pointee = index
        return index == 0 ? 0 : 1
    }

    private static let variation: hb_font_get_variation_glyph_func_t = { _, data, scalar, selector, glyph, _ in
        guard let face = data?.assumingMemoryBound(to: FT_FaceRec_.self) else { return 0 }
        let index = FT_Face_GetCharVariantIndex(face, FT_ULong(scalar), FT_ULong(selector))
        glyph?.pointee = index
        return index == 0 ? 0 : 1
    }

    private static let advance: hb_font_get_glyph_h_advance_func_t = { _, data, glyph, _ in
        guard let face = data?.assumingMemoryBound(to: FT_FaceRec_.self) else { return 0 }
        // FT_LOAD_NO_HINTING and FT_LOAD_NO_BITMAP: the width at which engines lay out outlines.
        let flags: FT_Int32 = FontShaper.isScalable(face) ? 2 | 8 : 0
        var fixed: FT_Fixed = 0
        guard FT_Get_Advance(face, glyph, flags, &fixed) == 0 else { return 0 }
        // 16.16 to 26.6.
        return hb_position_t(clamping: fixed >> 10)
    }
}
