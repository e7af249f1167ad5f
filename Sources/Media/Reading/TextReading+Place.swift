extension TextReading {
    /// The same in a picture that is so many times as large.
    package func scaled(by factor: Double) -> TextReading {
        guard factor.isFinite, factor > 0, factor < 1_000 else { return self }
        func scaled(_ value: Int) -> Int { Int((Double(min(max(value, -1_000_000), 1_000_000)) * factor).rounded()) }
        var reading = self
        reading.box = PixelBox(x: scaled(box.x), y: scaled(box.y), width: scaled(box.width), height: scaled(box.height))
        for index in characters.indices { reading.characters[index].x = characters[index].x * factor }
        return reading
    }

    /// The same in a picture of which the one that was read is a part.
    package func moved(by x: Int, _ y: Int) -> TextReading {
        var reading = self
        reading.box.x += x
        reading.box.y += y
        for index in characters.indices { reading.characters[index].x += Double(x) }
        return reading
    }
}
